package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import org.jspecify.annotations.Nullable;

/**
 * Compares what Kubernetes wants with what ECI runs and picks the next step.
 *
 * <p>It sees its arguments and nothing else: no clock, no client, no memory of earlier calls. A restarted provider
 * therefore carries on where the last one stopped.
 */
final class PodPlanner {

    private PodPlanner() {}

    /**
     * The next step.
     *
     * @param pod the pod; null when there is none
     * @param departed whether the pod was known and was then seen to leave
     * @param sighting what is known of its group
     */
    static PodAction plan(@Nullable Pod pod, boolean departed, Sighting sighting) {
        return switch (sighting) {
            case Sighting.Present(ContainerGroup group) when pod == null -> withoutPod(departed, group);
            case Sighting.Present(ContainerGroup group) -> withGroup(pod, group);
            case Sighting.Absent() -> withoutGroup(pod);
            case Sighting.Unknown(String why) -> inTheDark(pod, why);
        };
    }

    /** A group whose pod nobody here has ever seen is the sweeper's, which takes its time to make sure. */
    private static PodAction withoutPod(boolean departed, ContainerGroup group) {
        return departed && group.status() != ContainerGroupStatus.TERMINATING
                ? new PodAction.DeleteOrphan(group.id())
                : new PodAction.Nothing();
    }

    private static PodAction withGroup(Pod pod, ContainerGroup group) {
        if (pod.isMarkedForDeletion()) {
            return group.status().active() ? deleteOnce(group) : new PodAction.RemovePod(pod);
        }
        if (PodFacts.finished(pod)) {
            // An ended group stays until the pod goes, so that logs can still be read. One that runs on although its
            // pod is over would be paid for by nobody's wish.
            return group.status().active() ? deleteOnce(group) : new PodAction.Nothing();
        }
        return new PodAction.WriteStatus(pod, group);
    }

    private static PodAction deleteOnce(ContainerGroup group) {
        return group.status() == ContainerGroupStatus.TERMINATING
                ? new PodAction.Nothing()
                : new PodAction.DeleteGroup(group.id());
    }

    private static PodAction withoutGroup(@Nullable Pod pod) {
        if (pod == null) {
            return new PodAction.Nothing();
        }
        if (pod.isMarkedForDeletion()) {
            return new PodAction.RemovePod(pod);
        }
        if (PodFacts.finished(pod)) {
            return new PodAction.Nothing();
        }
        String recorded = PodFacts.recordedGroupId(pod);
        if (recorded != null) {
            return new PodAction.FailPod(
                    pod, "ContainerGroupLost", "ECI no longer knows container group " + recorded + " of this pod");
        }
        if (PodFacts.ownedByDaemonSet(pod)) {
            // Left pending: a failed one would be made again by its DaemonSet, over and over.
            return new PodAction.DeclinePod(
                    pod,
                    "DaemonSetNotSupported",
                    "virtual nodes do not run the pods of DaemonSets; exclude nodes labelled type=virtual-kubelet");
        }
        return new PodAction.CreateGroup(pod);
    }

    private static PodAction inTheDark(@Nullable Pod pod, String why) {
        String recorded = PodFacts.recordedGroupId(pod);
        if (pod != null && pod.isMarkedForDeletion() && recorded != null) {
            // The user wants it gone whatever the listing would have said, and ECI's answer to this is itself a proof.
            return new PodAction.DeleteGroup(recorded);
        }
        return new PodAction.Wait(why);
    }
}
