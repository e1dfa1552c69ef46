package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.cli.sandbox.hostnode.ContainerSnapshot.Phase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodStatusesTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NOW = START.plusSeconds(60);
    private static final Pod NEW = new PodBuilder().withNewSpec().endSpec().build();
    private static final ContainerSnapshot CREATING =
            ContainerSnapshot.waiting("provider", "vnode/runtime:1", "ContainerCreating", "");
    private static final ContainerSnapshot RUNNING = CREATING.with(new Phase.Running(START));

    @Test
    void isPendingUntilAContainerHasRun() {
        assertThat(status(NEW, CREATING).getPhase()).isEqualTo("Pending");
    }

    @Test
    void isReadyOnlyWhenAllContainersAre() {
        assertThat(ready(status(NEW, RUNNING.withReady(true), RUNNING)).getStatus())
                .isEqualTo("False");
        assertThat(ready(status(NEW, RUNNING.withReady(true), RUNNING.withReady(true)))
                        .getStatus())
                .isEqualTo("True");
    }

    @Test
    void staysRunningWhileAContainerWaitsForItsRestart() {
        Phase.Ended end = new Phase.Ended(2, "Error", START, NOW);
        ContainerSnapshot backingOff = RUNNING.restarting(end, new Phase.Waiting("CrashLoopBackOff", "1s"));

        PodStatus status = status(NEW, backingOff);

        assertThat(status.getPhase()).isEqualTo("Running");
        assertThat(status.getContainerStatuses()).singleElement().satisfies(container -> {
            assertThat(container.getState().getWaiting().getReason()).isEqualTo("CrashLoopBackOff");
            assertThat(container.getLastState().getTerminated().getExitCode()).isEqualTo(2);
            assertThat(container.getRestartCount()).isEqualTo(1);
        });
    }

    @Test
    void endsAsItsContainersEnded() {
        ContainerSnapshot well = RUNNING.with(new Phase.Ended(0, "Completed", START, NOW));
        ContainerSnapshot badly = RUNNING.with(new Phase.Ended(1, "Error", START, NOW));

        assertThat(status(NEW, well).getPhase()).isEqualTo("Succeeded");
        assertThat(status(NEW, well, badly).getPhase()).isEqualTo("Failed");
    }

    @Test
    void keepsTheTimeOfAConditionThatHasNotChanged() {
        PodStatus first = PodStatuses.of(NEW, List.of(RUNNING.withReady(true)), "192.0.2.2", START, START);
        Pod written = new PodBuilder(NEW).withStatus(first).build();

        PodStatus second = status(written, RUNNING.withReady(true));

        assertThat(ready(second).getLastTransitionTime()).isEqualTo(START.toString());
    }

    private static PodStatus status(Pod pod, ContainerSnapshot... containers) {
        return PodStatuses.of(pod, List.of(containers), "192.0.2.2", START, NOW);
    }

    private static PodCondition ready(PodStatus status) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .findFirst()
                .orElseThrow();
    }
}
