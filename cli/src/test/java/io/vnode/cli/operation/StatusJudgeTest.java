package io.vnode.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cluster.BoundPod;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.InstalledWorkload;
import io.vnode.cli.cluster.VirtualNode;
import io.vnode.cli.operation.StatusReport.Verdict;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusJudgeTest {

    private static final VirtualNode NODE = new VirtualNode("virtual-node-eci-0", "node-uid", true, true, "v1");
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
                "test", installed(false), List.of(NODE), List.of(), new GroupListing.Known(List.of()));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.findings()).singleElement().asString().contains("vk-webhook");
    }

    @Test
    void withoutAStatefulSetTheAddonIsNotInstalled() {
        StatusReport report = StatusJudge.judge(
                "test", InstalledAddon.NONE, List.of(), List.of(), new GroupListing.Unknown("no settings"));

        assertThat(report.verdict()).isEqualTo(Verdict.UNHEALTHY);
        assertThat(report.findings()).singleElement().asString().contains("not installed");
    }

    private static StatusReport judge(List<BoundPod> pods, GroupListing groups) {
        return StatusJudge.judge("test", installed(true), List.of(NODE), pods, groups);
    }

    private static InstalledAddon installed(boolean webhook) {
        return new InstalledAddon(
                new InstalledWorkload("image", 1, 1, Map.of("ALIYUN_CLUSTERID", "c-1", "ECI_REGION", "cn-hangzhou")),
                new InstalledWorkload("image", 1, 1, Map.of()),
                null,
                null,
                webhook);
    }

    private static BoundPod pod(String uid, String groupId) {
        return new BoundPod(new PodKey("default", "web", uid), "virtual-node-eci-0", "Running", false, null, groupId);
    }

    private static ContainerGroup group(String id, String uid) {
        return ContainerGroup.builder(id, "default-web", ContainerGroupStatus.RUNNING)
                .tags(new ContainerGroupTags("c-1", "virtual-node-eci-0", new PodKey("default", "web", uid)).toMap())
                .build();
    }
}
