package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.Annotations;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PodPlannerTest {

    private static final Sighting ABSENT = new Sighting.Absent();
    private static final Sighting UNKNOWN = new Sighting.Unknown("listing was throttled");

    @Test
    void createsAGroupForANewPod() {
        Pod pod = pod().build();

        assertThat(PodPlanner.plan(pod, false, ABSENT)).isEqualTo(new PodAction.CreateGroup(pod));
    }

    @Test
    void waitsInsteadOfCreatingWhileEciCannotBeAsked() {
        assertThat(PodPlanner.plan(pod().build(), false, UNKNOWN))
                .isEqualTo(new PodAction.Wait("listing was throttled"));
    }

    @Test
    void waitsInsteadOfFailingWhileEciCannotBeAsked() {
        assertThat(PodPlanner.plan(started().build(), false, UNKNOWN))
                .isEqualTo(new PodAction.Wait("listing was throttled"));
    }

    @Test
    void failsRatherThanRestartsAPodWhoseGroupVanished() {
        PodAction action = PodPlanner.plan(started().build(), false, ABSENT);

        assertThat(action).isInstanceOfSatisfying(PodAction.FailPod.class, fail -> assertThat(fail.reason())
                .isEqualTo("ContainerGroupLost"));
    }

    @Test
    void writesTheStatusOfAPodWithAGroup() {
        Pod pod = started().build();
        ContainerGroup group = group(ContainerGroupStatus.RUNNING);

        assertThat(PodPlanner.plan(pod, false, new Sighting.Present(group)))
                .isEqualTo(new PodAction.WriteStatus(pod, group));
    }

    @Test
    void adoptsAGroupThatWasNeverRecorded() {
        Pod pod = pod().build();
        ContainerGroup group = group(ContainerGroupStatus.PENDING);

        assertThat(PodPlanner.plan(pod, false, new Sighting.Present(group)))
                .isEqualTo(new PodAction.WriteStatus(pod, group));
    }

    @Test
    void deletesTheGroupOfADeletedPodFirst() {
        Sighting running = new Sighting.Present(group(ContainerGroupStatus.RUNNING));

        assertThat(PodPlanner.plan(deleted().build(), false, running)).isEqualTo(new PodAction.DeleteGroup("eci-1"));
    }

    @Test
    void letsAGroupThatIsTerminatingEndInPeace() {
        Sighting terminating = new Sighting.Present(group(ContainerGroupStatus.TERMINATING));

        assertThat(PodPlanner.plan(deleted().build(), false, terminating)).isEqualTo(new PodAction.Nothing());
    }

    @ParameterizedTest
    @EnumSource(
            value = ContainerGroupStatus.class,
            names = {"SUCCEEDED", "FAILED", "SCHEDULE_FAILED", "EXPIRED"})
    void removesADeletedPodOnceItsGroupHasEnded(ContainerGroupStatus ended) {
        Pod pod = deleted().build();

        assertThat(PodPlanner.plan(pod, false, new Sighting.Present(group(ended))))
                .isEqualTo(new PodAction.RemovePod(pod));
    }

    @ParameterizedTest
    @EnumSource(
            value = ContainerGroupStatus.class,
            mode = Mode.EXCLUDE,
            names = {"SUCCEEDED", "FAILED", "SCHEDULE_FAILED", "EXPIRED"})
    void keepsADeletedPodWhileItsGroupMayRun(ContainerGroupStatus active) {
        PodAction action = PodPlanner.plan(deleted().build(), false, new Sighting.Present(group(active)));

        assertThat(action).isNotInstanceOf(PodAction.RemovePod.class);
    }

    @Test
    void removesADeletedPodWhoseGroupIsGone() {
        Pod pod = deleted().build();

        assertThat(PodPlanner.plan(pod, false, ABSENT)).isEqualTo(new PodAction.RemovePod(pod));
    }

    @Test
    void asksForTheDeletionOfARecordedGroupEvenWhileListingsFail() {
        assertThat(PodPlanner.plan(deleted().build(), false, UNKNOWN)).isEqualTo(new PodAction.DeleteGroup("eci-1"));
    }

    @Test
    void keepsADeletedPodWithoutARecordWhileListingsFail() {
        Pod pod = pod().editMetadata()
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata()
                .build();

        assertThat(PodPlanner.plan(pod, false, UNKNOWN)).isEqualTo(new PodAction.Wait("listing was throttled"));
    }

    @Test
    void keepsTheEndedGroupOfAFinishedPodForItsLogs() {
        Sighting ended = new Sighting.Present(group(ContainerGroupStatus.SUCCEEDED));

        assertThat(PodPlanner.plan(finished().build(), false, ended)).isEqualTo(new PodAction.Nothing());
    }

    @Test
    void doesNotLetTheGroupOfAFinishedPodRunOn() {
        Sighting running = new Sighting.Present(group(ContainerGroupStatus.RUNNING));

        assertThat(PodPlanner.plan(finished().build(), false, running)).isEqualTo(new PodAction.DeleteGroup("eci-1"));
    }

    @Test
    void neverRunsAFinishedPodAgain() {
        assertThat(PodPlanner.plan(finished().build(), false, ABSENT)).isEqualTo(new PodAction.Nothing());
    }

    @Test
    void deletesTheGroupOfAPodThatWasSeenToLeave() {
        Sighting running = new Sighting.Present(group(ContainerGroupStatus.RUNNING));

        assertThat(PodPlanner.plan(null, true, running)).isEqualTo(new PodAction.DeleteOrphan("eci-1"));
    }

    @Test
    void leavesAGroupWhosePodWasNeverSeenToTheSweeper() {
        Sighting running = new Sighting.Present(group(ContainerGroupStatus.RUNNING));

        assertThat(PodPlanner.plan(null, false, running)).isEqualTo(new PodAction.Nothing());
    }

    @Test
    void doesNothingAboutAPodThatIsGoneWhileEciCannotBeAsked() {
        assertThat(PodPlanner.plan(null, false, UNKNOWN)).isInstanceOf(PodAction.Wait.class);
    }

    @Test
    void declinesThePodOfADaemonSetWithoutFailingIt() {
        Pod pod = pod().editMetadata()
                .addNewOwnerReference()
                .withKind("DaemonSet")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build();

        assertThat(PodPlanner.plan(pod, false, ABSENT)).isInstanceOf(PodAction.DeclinePod.class);
    }

    private static ContainerGroup group(ContainerGroupStatus status) {
        return ContainerGroup.builder("eci-1", "default-web", status).build();
    }

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName("web")
                .withUid("uid-1")
                .endMetadata()
                .withNewSpec()
                .endSpec();
    }

    private static PodBuilder started() {
        return pod().editMetadata()
                .addToAnnotations(Annotations.INSTANCE_ID, "eci-1")
                .endMetadata();
    }

    private static PodBuilder deleted() {
        return started()
                .editMetadata()
                .withDeletionTimestamp("2026-01-01T00:00:00Z")
                .endMetadata();
    }

    private static PodBuilder finished() {
        return started().withNewStatus().withPhase("Failed").endStatus();
    }
}
