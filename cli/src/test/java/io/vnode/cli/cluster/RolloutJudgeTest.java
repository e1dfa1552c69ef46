package io.vnode.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.vnode.addon.AddonObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutJudgeTest {

    private static final String REVISION = "virtual-node-eci-2";

    @Test
    void readyWhenWorkloadsAndNodesAre() {
        Rollout rollout = RolloutJudge.judge(provider(1, 1), admission(1), List.of(), List.of(node("True")));

        assertThat(rollout).isEqualTo(new Rollout.Ready());
    }

    @Test
    void waitsForANodeThatIsNotRegistered() {
        Rollout rollout = RolloutJudge.judge(provider(2, 2), admission(1), List.of(), List.of(node("True")));

        assertThat(rollout).isEqualTo(new Rollout.Waiting(List.of("Node virtual-node-eci-1: not registered")));
    }

    @Test
    void waitsForANodeThatIsNotReady() {
        Rollout rollout = RolloutJudge.judge(provider(1, 1), admission(1), List.of(), List.of(node("False")));

        assertThat(rollout).isEqualTo(new Rollout.Waiting(List.of("Node virtual-node-eci-0: not Ready")));
    }

    @Test
    void aStatusOfTheGenerationBeforeProvesNothing() {
        StatefulSet changed = provider(1, 1)
                .edit()
                .editMetadata()
                .withGeneration(9L)
                .endMetadata()
                .build();

        Rollout rollout = RolloutJudge.judge(changed, admission(1), List.of(), List.of(node("True")));

        assertThat(rollout).isInstanceOf(Rollout.Waiting.class);
    }

    @Test
    void anImageThatCannotBePulledIsHopeless() {
        Pod pod = pod(REVISION)
                .editStatus()
                .addNewContainerStatus()
                .withName("provider")
                .withNewState()
                .withNewWaiting()
                .withReason("ImagePullBackOff")
                .withMessage("no such image")
                .endWaiting()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();

        Rollout rollout = RolloutJudge.judge(provider(1, 0), admission(1), List.of(pod), List.of());

        assertThat(rollout)
                .isEqualTo(new Rollout.Hopeless(
                        "kube-system/virtual-node-eci-0", "provider", "ImagePullBackOff: no such image"));
    }

    @Test
    void aProviderThatRefusesItsSettingsIsHopelessAtOnce() {
        Rollout rollout = RolloutJudge.judge(provider(1, 0), admission(1), List.of(ended(REVISION, 2, 0)), List.of());

        assertThat(rollout)
                .isEqualTo(new Rollout.Hopeless(
                        "kube-system/virtual-node-eci-0", "provider", "ended with exit code 2: ECI_VSWITCH is 'x'"));
    }

    @Test
    void aFewCrashesAreForgiven() {
        Rollout rollout = RolloutJudge.judge(provider(1, 0), admission(1), List.of(ended(REVISION, 1, 2)), List.of());

        assertThat(rollout).isInstanceOf(Rollout.Waiting.class);
    }

    @Test
    void manyCrashesAreHopeless() {
        Rollout rollout = RolloutJudge.judge(provider(1, 0), admission(1), List.of(ended(REVISION, 1, 3)), List.of());

        assertThat(rollout).isInstanceOf(Rollout.Hopeless.class);
    }

    @Test
    void theTroubleOfThePodThatIsBeingReplacedDoesNotCount() {
        Pod old = ended("virtual-node-eci-1", 2, 9);

        Rollout rollout = RolloutJudge.judge(provider(1, 0), admission(1), List.of(old), List.of());

        assertThat(rollout).isInstanceOf(Rollout.Waiting.class);
    }

    private static StatefulSet provider(int wanted, int ready) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withGeneration(1L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(wanted)
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(1L)
                .withReadyReplicas(ready)
                .withUpdatedReplicas(ready)
                .withUpdateRevision(REVISION)
                .endStatus()
                .build();
    }

    private static Deployment admission(int ready) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withGeneration(1L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .endSpec()
                .withNewStatus()
                .withObservedGeneration(1L)
                .withReplicas(ready)
                .withUpdatedReplicas(ready)
                .withAvailableReplicas(ready)
                .endStatus()
                .build();
    }

    private static Pod ended(String revision, int exitCode, int restarts) {
        return pod(revision)
                .editStatus()
                .addNewContainerStatus()
                .withName("provider")
                .withRestartCount(restarts)
                .withNewState()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withMessage("ECI_VSWITCH is 'x'")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static PodBuilder pod(String revision) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName("virtual-node-eci-0")
                .addToLabels("app", AddonObjects.PROVIDER_STATEFUL_SET)
                .addToLabels("controller-revision-hash", revision)
                .endMetadata()
                .withNewStatus()
                .endStatus();
    }

    private static Node node(String ready) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName("virtual-node-eci-0")
                .endMetadata()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }
}
