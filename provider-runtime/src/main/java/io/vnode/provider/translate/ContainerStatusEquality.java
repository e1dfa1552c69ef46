package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether two statuses of a container say the same. The API server adds empty objects, leaves out empty texts and zeros,
 * and may fill fields of its own, so the objects themselves are rarely equal.
 */
final class ContainerStatusEquality {

    private static final ContainerState NONE = new ContainerState();

    private ContainerStatusEquality() {}

    static boolean same(ContainerStatus one, ContainerStatus other) {
        return sameText(one.getName(), other.getName())
                && sameText(one.getImage(), other.getImage())
                && sameText(one.getContainerID(), other.getContainerID())
                && sameFlag(one.getReady(), other.getReady())
                && sameFlag(one.getStarted(), other.getStarted())
                && sameNumber(one.getRestartCount(), other.getRestartCount())
                && both(one.getState(), other.getState(), NONE, ContainerStatusEquality::sameState)
                && both(one.getLastState(), other.getLastState(), NONE, ContainerStatusEquality::sameState);
    }

    private static boolean sameState(ContainerState one, ContainerState other) {
        return both(one.getWaiting(), other.getWaiting(), null, ContainerStatusEquality::sameWaiting)
                && both(one.getRunning(), other.getRunning(), null, ContainerStatusEquality::sameRunning)
                && both(one.getTerminated(), other.getTerminated(), null, ContainerStatusEquality::sameEnd);
    }

    /** Whether two objects say the same, of which each may be missing; {@code nothing} is what a missing one stands for. */
    private static <T> boolean both(@Nullable T one, @Nullable T other, @Nullable T nothing, BiPredicate<T, T> same) {
        T left = one == null ? nothing : one;
        T right = other == null ? nothing : other;
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return same.test(left, right);
    }

    private static boolean sameWaiting(ContainerStateWaiting one, ContainerStateWaiting other) {
        return sameText(one.getReason(), other.getReason()) && sameText(one.getMessage(), other.getMessage());
    }

    private static boolean sameRunning(ContainerStateRunning one, ContainerStateRunning other) {
        return sameText(one.getStartedAt(), other.getStartedAt());
    }

    private static boolean sameEnd(ContainerStateTerminated one, ContainerStateTerminated other) {
        return sameNumber(one.getExitCode(), other.getExitCode())
                && sameNumber(one.getSignal(), other.getSignal())
                && sameText(one.getReason(), other.getReason())
                && sameText(one.getMessage(), other.getMessage())
                && sameText(one.getStartedAt(), other.getStartedAt())
                && sameText(one.getFinishedAt(), other.getFinishedAt());
    }

    private static boolean sameText(@Nullable String one, @Nullable String other) {
        return Objects.requireNonNullElse(one, "").equals(Objects.requireNonNullElse(other, ""));
    }

    private static boolean sameNumber(@Nullable Integer one, @Nullable Integer other) {
        return Objects.requireNonNullElse(one, 0).equals(Objects.requireNonNullElse(other, 0));
    }

    private static boolean sameFlag(@Nullable Boolean one, @Nullable Boolean other) {
        return Boolean.TRUE.equals(one) == Boolean.TRUE.equals(other);
    }
}
