package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PodStatusesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void endsTheContainersOfAPodWhoseGroupIsLost() {
        PodStatus status = PodStatuses.failed(running(), "ContainerGroupLost", "it is gone", NOW);

        assertThat(status.getPhase()).isEqualTo("Failed");
        assertThat(status.getReason()).isEqualTo("ContainerGroupLost");
        assertThat(status.getContainerStatuses()).singleElement().satisfies(container -> {
            assertThat(container.getReady()).isFalse();
            assertThat(container.getState().getRunning()).isNull();
            assertThat(container.getState().getTerminated().getExitCode()).isEqualTo(137);
            assertThat(container.getState().getTerminated().getStartedAt()).isEqualTo("2025-12-31T00:00:00Z");
        });
        assertThat(status.getConditions())
                .extracting(PodCondition::getType, PodCondition::getStatus)
                .contains(org.assertj.core.groups.Tuple.tuple("Ready", "False"));
    }

    @Test
    void failsAPodThatNeverRan() {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();

        PodStatus status = PodStatuses.failed(pod, "UnsupportedByVirtualNode", "no", NOW);

        assertThat(status.getPhase()).isEqualTo("Failed");
        assertThat(status.getContainerStatuses()).isEmpty();
    }

    @Test
    void saysWhichContainersWaitForAnInput() {
        PodStatus status = PodStatuses.waitingForInput(running(), "Secret keys does not exist");

        assertThat(status.getContainerStatuses())
                .singleElement()
                .extracting(ContainerStatus::getState)
                .satisfies(state -> {
                    assertThat(state.getWaiting().getReason()).isEqualTo("CreateContainerConfigError");
                    assertThat(state.getWaiting().getMessage()).isEqualTo("Secret keys does not exist");
                });
    }

    private static Pod running() {
        return new PodBuilder()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewContainerStatus()
                .withName("web")
                .withReady(true)
                .withNewState()
                .withNewRunning()
                .withStartedAt("2025-12-31T00:00:00Z")
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }
}
