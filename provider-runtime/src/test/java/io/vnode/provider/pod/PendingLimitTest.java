package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PendingLimitTest {

    private static final Instant BOUND = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant CREATED = BOUND.minus(Duration.ofDays(3));

    @Test
    void givesUpAPodWhoseGroupFindsNoInstanceInTime() {
        PodAction action = new PodAction.WriteStatus(pod("30").build(), group(ContainerGroupStatus.SCHEDULING));

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofMinutes(30))))
                .isInstanceOfSatisfying(PodAction.FailPod.class, fail -> {
                    assertThat(fail.reason()).isEqualTo("MaxPendingExceeded");
                    assertThat(fail.message()).contains("30 minutes");
                });
    }

    @Test
    void givesUpAPodWhoseContainersDoNotStartInTime() {
        PodAction action = new PodAction.WriteStatus(pod("30").build(), group(ContainerGroupStatus.PENDING));

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofMinutes(31))))
                .isInstanceOf(PodAction.FailPod.class);
    }

    @Test
    void givesUpAPodThatGetsNoGroupInTime() {
        PodAction action = new PodAction.CreateGroup(pod("30").build());

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofMinutes(31))))
                .isInstanceOf(PodAction.FailPod.class);
    }

    @Test
    void letsAPodWaitUntilThen() {
        PodAction action = new PodAction.WriteStatus(pod("30").build(), group(ContainerGroupStatus.PENDING));
        Instant shortlyBefore = BOUND.plus(Duration.ofMinutes(29));

        assertThat(PendingLimit.applied(action, shortlyBefore)).isEqualTo(action);
        assertThat(PendingLimit.left(action, shortlyBefore)).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(value = {"240, none", "240, soon", "240, 9", "240, 1441", "10, 10", "1440, 1440"})
    void countsFromTheTimeAtWhichThePodWasBound(int minutes, String annotation) {
        PodAction action = new PodAction.CreateGroup(pod(annotation).build());

        assertThat(PendingLimit.left(action, BOUND)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void countsFromTheCreationOfAPodThatNoSchedulerBound() {
        PodAction action = new PodAction.CreateGroup(
                pod("30").editStatus().withConditions().endStatus().build());

        assertThat(PendingLimit.left(action, CREATED)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void leavesAPodAloneThatRanAndIsBeingRestarted() {
        PodAction action = new PodAction.WriteStatus(
                pod("30").editStatus().withPhase("Running").endStatus().build(), group(ContainerGroupStatus.PENDING));

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofDays(1)))).isEqualTo(action);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContainerGroupStatus.class,
            mode = Mode.EXCLUDE,
            names = {"SCHEDULING", "PENDING"})
    void leavesAPodAloneWhoseGroupDoesNotWait(ContainerGroupStatus status) {
        PodAction action = new PodAction.WriteStatus(pod("30").build(), group(status));

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofDays(1)))).isEqualTo(action);
    }

    @Test
    void concludesNothingWhileEciCannotBeAsked() {
        PodAction action = new PodAction.Wait("throttled");

        assertThat(PendingLimit.applied(action, BOUND.plus(Duration.ofDays(1)))).isEqualTo(action);
    }

    private static ContainerGroup group(ContainerGroupStatus status) {
        return ContainerGroup.builder("eci-1", "shop-web", status).build();
    }

    private static PodBuilder pod(String minutes) {
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .withUid("uid-1")
                .withCreationTimestamp(CREATED.toString())
                .endMetadata()
                .withNewStatus()
                .withPhase("Pending")
                .addNewCondition()
                .withType("PodScheduled")
                .withStatus("True")
                .withLastTransitionTime(BOUND.toString())
                .endCondition()
                .endStatus();
        return minutes.equals("none")
                ? pod
                : pod.editMetadata()
                        .addToAnnotations(PodAnnotation.MAX_PENDING_MINUTE.key(), minutes)
                        .endMetadata();
    }
}
