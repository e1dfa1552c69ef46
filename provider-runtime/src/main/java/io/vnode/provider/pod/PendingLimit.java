package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.provider.translate.CreationPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a pod may be pending on this node: an instance that waits for its containers is billed, and a pod that nobody
 * can start should say so one day.
 *
 * <p>The limit comes from the pod's annotation and the time at which it was bound, so a restarted process keeps to it.
 */
final class PendingLimit {

    private static final String REASON = "MaxPendingExceeded";

    private PendingLimit() {}

    /** The action as planned, or the end of a pod that would only go on being pending. */
    static PodAction applied(PodAction planned, Instant now) {
        Duration left = left(planned, now);
        Pod pod = pending(planned);
        if (pod == null || left == null || left.isPositive()) {
            return planned;
        }
        return new PodAction.FailPod(
                pod,
                REASON,
                "pending on this node for %d minutes, which is all that the pod or its default allows"
                        .formatted(CreationPlan.maxPending(pod).toMinutes()));
    }

    /** How long the pod of an action may go on being pending; null when it does not, or nobody knows since when. */
    static @Nullable Duration left(PodAction planned, Instant now) {
        Pod pod = pending(planned);
        Instant since = pod == null ? null : bound(pod);
        return pod == null || since == null ? null : Duration.between(now, since.plus(CreationPlan.maxPending(pod)));
    }

    private static @Nullable Pod pending(PodAction planned) {
        return switch (planned) {
            case PodAction.CreateGroup(Pod pod) -> pod;
            case PodAction.WriteStatus(Pod pod, ContainerGroup group) -> waits(group) && !ran(pod) ? pod : null;
            case PodAction.Nothing _,
                    PodAction.Wait _,
                    PodAction.FailPod _,
                    PodAction.DeclinePod _,
                    PodAction.DeleteGroup _,
                    PodAction.DeleteOrphan _,
                    PodAction.RemovePod _ -> null;
        };
    }

    private static boolean waits(ContainerGroup group) {
        return group.status() == ContainerGroupStatus.SCHEDULING || group.status() == ContainerGroupStatus.PENDING;
    }

    private static boolean ran(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }

    private static @Nullable Instant bound(Pod pod) {
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        String time = status.getConditions().stream()
                .filter(condition -> "PodScheduled".equals(condition.getType()))
                .filter(condition -> "True".equals(condition.getStatus()))
                .map(PodCondition::getLastTransitionTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(pod.getMetadata().getCreationTimestamp());
        return time == null ? null : Instant.parse(time);
    }
}
