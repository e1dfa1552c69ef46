package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTranslatorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2025-12-31T23:00:00.123Z");
    private static final ContainerState RUNNING = new ContainerState.Running(BEFORE);

    @ParameterizedTest
    @CsvSource({
        "SCHEDULING, Pending",
        "PENDING, Pending",
        "RUNNING, Running",
        "SUCCEEDED, Succeeded",
        "FAILED, Failed",
        "SCHEDULE_FAILED, Failed",
        "EXPIRED, Failed"
    })
    void mapsTheStatusOfAGroupToThePhaseOfItsPod(ContainerGroupStatus status, String phase) {
        assertThat(StatusTranslator.toPodStatus(pod().build(), group(status).build(), NOW)
                        .getPhase())
                .isEqualTo(phase);
    }

    @ParameterizedTest
    @CsvSource({"RESTARTING", "UPDATING", "TERMINATING", "UNRECOGNISED"})
    void doesNotTakeARunningPodBackToPending(ContainerGroupStatus status) {
        Pod running = pod().withNewStatus().withPhase("Running").endStatus().build();

        assertThat(StatusTranslator.toPodStatus(running, group(status).build(), NOW)
                        .getPhase())
                .isEqualTo("Running");
    }

    @Test
    void isReadyWhenAllContainersAre() {
        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(),
                group(ContainerGroupStatus.RUNNING, container(RUNNING, true)).build(),
                NOW);

        assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
        assertThat(condition(status, "ContainersReady").getStatus()).isEqualTo("True");
    }

    @Test
    void isNotReadyWhileAContainerIsNot() {
        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(),
                group(ContainerGroupStatus.RUNNING, container(RUNNING, false)).build(),
                NOW);

        assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
        assertThat(condition(status, "Ready").getReason()).isEqualTo("ContainersNotReady");
    }

    @Test
    void isNotReadyBeforeItsReadinessGatesOpen() {
        Pod gated = pod().editSpec()
                .addNewReadinessGate("example.com/gate")
                .endSpec()
                .build();

        PodStatus status = StatusTranslator.toPodStatus(
                gated,
                group(ContainerGroupStatus.RUNNING, container(RUNNING, true)).build(),
                NOW);

        assertThat(condition(status, "Ready").getReason()).isEqualTo("ReadinessGatesNotReady");
        assertThat(condition(status, "ContainersReady").getStatus()).isEqualTo("True");
    }

    @Test
    void saysHowAContainerEnded() {
        ContainerState ended = new ContainerState.Terminated(3, 9, "Error", "out of luck", BEFORE, NOW);

        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(),
                group(ContainerGroupStatus.FAILED, container(ended, false)).build(),
                NOW);

        var terminated = status.getContainerStatuses().getFirst().getState().getTerminated();
        assertThat(terminated.getExitCode()).isEqualTo(3);
        assertThat(terminated.getSignal()).isEqualTo(9);
        assertThat(terminated.getReason()).isEqualTo("Error");
        assertThat(terminated.getMessage()).isEqualTo("out of luck");
        assertThat(terminated.getStartedAt()).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(terminated.getFinishedAt()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void showsContainersThatEciDoesNotMentionYetAsWaiting() {
        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(), group(ContainerGroupStatus.SCHEDULING).build(), NOW);

        assertThat(status.getContainerStatuses())
                .extracting(
                        ContainerStatus::getName,
                        one -> one.getState().getWaiting().getReason())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("web", "ContainerCreating"));
    }

    @Test
    void givesThePodTheAddressOfItsGroup() {
        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(),
                group(ContainerGroupStatus.RUNNING).intranetIp("192.168.0.7").build(),
                NOW);

        assertThat(status.getPodIP()).isEqualTo("192.168.0.7");
        assertThat(status.getHostIP()).isEqualTo("192.168.0.7");
    }

    @Test
    void explainsAFailedScheduleWithEcisLastWarning() {
        PodStatus status = StatusTranslator.toPodStatus(
                pod().build(),
                group(ContainerGroupStatus.SCHEDULE_FAILED)
                        .events(List.of(
                                new Event("Warning", "g", "FailedScheduling", "first", 1, null, null),
                                new Event("Warning", "g", "NoStock", "no stock in zone h", 1, null, null),
                                new Event("Normal", "g", "Other", "whatever", 1, null, null)))
                        .build(),
                NOW);

        assertThat(status.getReason()).isEqualTo("ContainerInstanceScheduleFailed");
        assertThat(status.getMessage()).isEqualTo("NoStock: no stock in zone h");
        assertThat(condition(status, "ContainerInstanceCreated").getReason()).isEqualTo("NoStock");
    }

    @Test
    void findsNothingToWriteOnceItsOwnStatusIsThere() {
        ContainerGroup group =
                group(ContainerGroupStatus.RUNNING, container(RUNNING, true)).build();
        PodStatus first = StatusTranslator.toPodStatus(pod().build(), group, NOW);
        Pod written = pod().withStatus(first).build();

        PodStatus second = StatusTranslator.toPodStatus(written, group, NOW.plusSeconds(60));

        assertThat(StatusDifference.between(first, second)).isNull();
        assertThat(condition(second, "Ready").getLastTransitionTime())
                .isEqualTo(condition(first, "Ready").getLastTransitionTime());
    }

    @Test
    void doesNotMindConditionsOfOthers() {
        ContainerGroup group =
                group(ContainerGroupStatus.RUNNING, container(RUNNING, true)).build();
        PodStatus wanted = StatusTranslator.toPodStatus(pod().build(), group, NOW);
        PodStatus now = wanted.edit()
                .addNewCondition()
                .withType("example.com/gate")
                .withStatus("True")
                .endCondition()
                .build();

        assertThat(StatusDifference.between(now, wanted)).isNull();
    }

    private static PodCondition condition(PodStatus status, String type) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ContainerGroup.Builder group(ContainerGroupStatus status, Container... containers) {
        return ContainerGroup.builder("eci-1", "default-web", status)
                .creationTime(BEFORE)
                .containers(List.of(containers));
    }

    private static Container container(ContainerState state, boolean ready) {
        return new Container("web", "nginx", 1, 2, 0, ready, state, null);
    }

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("uid-1")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec();
    }
}
