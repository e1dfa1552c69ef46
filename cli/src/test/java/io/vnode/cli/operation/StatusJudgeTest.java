package io.vnode.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.vnode.addon.Annotations;
import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.operation.StatusReport.Verdict;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusJudgeTest {

    private static final GroupListing GROUP_OF_POD = new GroupListing.Known(List.of(group("eci-1", "uid-1")));

    @Test
    void healthyWhenEverythingRunsAndEciAgrees() {
        StatusReport report = judge(List.of(pod("uid-1", "eci-1")), GROUP_OF_POD);

        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.findings()).isEmpty();
        assertThat(report.pods()).singleElement().satisfies(row -> assertThat(row.groupStatus())
                .isEqualTo("Running"));
    }

    @Test
    void aGroupOfAnEarlierPodOfTheSameNameIsALeak() {
        StatusReport report = judge(
                List.of(pod("uid-2", "eci-2")),
                new GroupListing.Known(List.of(group("eci-1", "uid-1"), group("eci-2", "uid-2"))));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.containerGroups().withoutPod()).containsExactly("eci-1");
    }

    @Test
    void aRunningPodWhoseGroupIsGoneIsAFinding() {
        StatusReport report = judge(List.of(pod("uid-1", "eci-1")), new GroupListing.Known(List.of()));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.findings()).singleElement().asString().contains("eci-1");
    }

    @Test
    void anEmptyListThatPodsContradictCannotBeBelieved() {
        StatusReport report = judge(List.of(pod("uid-1", "eci-1")), new GroupListing.UnprovenEmpty());

        assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void anEmptyListThatNothingContradictsIsHealthyButCalledUnproven() {
        StatusReport report = judge(List.of(), new GroupListing.UnprovenEmpty());

        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.containerGroups().listing()).isEqualTo("unproven-empty");
    }

    @Test
    void anEciThatCannotBeAskedIsNotHealthAndNotIllness() {
        StatusReport report = judge(List.of(), new GroupListing.Unknown("throttled"));

        assertThat(report.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(report.verdict().exitCode().number()).isEqualTo(9);
    }

    @Test
    void aMissingWebhookIsAFinding() {
        StatusReport report = StatusJudge.judge(
                "test", installed(), false, List.of(node()), List.of(), new GroupListing.Known(List.of()));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.findings()).singleElement().asString().contains("vk-webhook");
    }

    @Test
    void withoutAStatefulSetTheAddonIsNotInstalled() {
        StatusReport report = StatusJudge.judge(
                "test",
                new InstalledAddon(null, null, null, null),
                false,
                List.of(),
                List.of(),
                new GroupListing.Unknown("no settings"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.findings()).singleElement().asString().contains("not installed");
    }

    private static StatusReport judge(List<Pod> pods, GroupListing groups) {
        return StatusJudge.judge("test", installed(), true, List.of(node()), pods, groups);
    }

    private static InstalledAddon installed() {
        StatefulSet provider = new StatefulSetBuilder()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .withImage("image")
                .addNewEnv()
                .withName("ALIYUN_CLUSTERID")
                .withValue("c-1")
                .endEnv()
                .addNewEnv()
                .withName("ECI_REGION")
                .withValue("cn-hangzhou")
                .endEnv()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .withNewStatus()
                .withReadyReplicas(1)
                .endStatus()
                .build();
        Deployment admission = new DeploymentBuilder()
                .withNewSpec()
                .withReplicas(1)
                .endSpec()
                .withNewStatus()
                .withReadyReplicas(1)
                .endStatus()
                .build();
        return new InstalledAddon(provider, admission, null, null);
    }

    private static Node node() {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("virtual-node-eci-0")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    private static Pod pod(String uid, String groupId) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid(uid)
                .addToAnnotations(Annotations.INSTANCE_ID, groupId)
                .endMetadata()
                .withNewSpec()
                .withNodeName("virtual-node-eci-0")
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .endStatus()
                .build();
    }

    private static ContainerGroup group(String id, String uid) {
        return ContainerGroup.builder(id, "default-web", ContainerGroupStatus.RUNNING)
                .tags(new ContainerGroupTags("c-1", "virtual-node-eci-0", new PodKey("default", "web", uid)).toMap())
                .build();
    }
}
