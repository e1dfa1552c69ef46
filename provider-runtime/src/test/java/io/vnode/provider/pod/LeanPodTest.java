package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.Annotations;
import org.junit.jupiter.api.Test;

class LeanPodTest {

    @Test
    void keepsTheWholeSpecUntilTheGroupIsRecorded() {
        Pod pod = pod().build();

        assertThat(LeanPod.of(pod).getSpec()).isEqualTo(pod.getSpec());
    }

    @Test
    void keepsOnlyWhatTheStatusIsMadeOfOnceTheGroupIsRecorded() {
        Pod lean = LeanPod.of(started().build());

        assertThat(lean.getSpec().getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getName()).isEqualTo("web");
            assertThat(container.getImage()).isEqualTo("nginx");
            assertThat(container.getEnv()).isEmpty();
        });
        assertThat(lean.getSpec().getReadinessGates()).hasSize(1);
        assertThat(lean.getSpec().getTerminationGracePeriodSeconds()).isEqualTo(30);
    }

    @Test
    void keepsTheStatusAsItIs() {
        Pod pod = started().build();

        assertThat(LeanPod.of(pod).getStatus()).isEqualTo(pod.getStatus());
    }

    @Test
    void keepsWhoThePodIsAndThatItIsBeingDeleted() {
        Pod lean = LeanPod.of(started().build());

        assertThat(PodFacts.key(lean)).isEqualTo(PodFacts.key(pod().build()));
        assertThat(lean.isMarkedForDeletion()).isTrue();
        assertThat(PodFacts.recordedGroupId(lean)).isEqualTo("eci-1");
    }

    @Test
    void dropsTheCopyThatKubectlKeeps() {
        Pod lean = LeanPod.of(pod().build());

        assertThat(lean.getMetadata().getAnnotations())
                .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration")
                .containsEntry("k8s.aliyun.com/eci-use-specs", "2-4Gi");
    }

    @Test
    void dropsWhoManagesWhichField() {
        assertThat(LeanPod.of(pod().build()).getMetadata().getManagedFields()).isEmpty();
    }

    private static PodBuilder started() {
        return pod().editMetadata()
                .addToAnnotations(Annotations.INSTANCE_ID, "eci-1")
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata();
    }

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("uid-web")
                .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{}")
                .addToAnnotations("k8s.aliyun.com/eci-use-specs", "2-4Gi")
                .addNewManagedField()
                .withManager("kubectl")
                .endManagedField()
                .endMetadata()
                .withNewSpec()
                .withNodeName("virtual-node-eci-0")
                .withTerminationGracePeriodSeconds(30L)
                .addNewReadinessGate("example.com/ready")
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .addNewEnv()
                .withName("A")
                .withValue("b")
                .endEnv()
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .endStatus();
    }
}
