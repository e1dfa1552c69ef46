package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.provider.translate.annotation.FailureOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to come by a pod's container group. All candidates carry the same client token, so that whatever becomes of the
 * calls, at most one of them makes a group.
 *
 * @param candidates at least one; each is asked for only when ECI said of those before it that they are out of stock
 * @param whenOutOfStock what becomes of the pod when none of them is to be had
 * @param maxPending how long the pod may wait for its group, and its group for its instance
 */
public record CreationPlan(
        List<CreateContainerGroupRequest> candidates, WhenOutOfStock whenOutOfStock, Duration maxPending) {

    /** How long ECI and the addon keep trying when the pod does not say. */
    public static final Duration USUAL_MAX_PENDING = Duration.ofMinutes(240);

    /** What becomes of a pod for which there is no stock. */
    public enum WhenOutOfStock {
        /** It stays pending and is tried again: {@code fail-back}, the default, and {@code fail-over}. */
        TRY_AGAIN,
        /** It fails at once, with reason {@code ProviderFailed}: {@code fail-fast}. */
        FAIL
    }

    /** The plan of a pod whose annotations say what becomes of it when none of the candidates is to be had. */
    static CreationPlan of(List<CreateContainerGroupRequest> candidates, FailureOptions failure) {
        return new CreationPlan(
                candidates,
                failure.failFast() ? WhenOutOfStock.FAIL : WhenOutOfStock.TRY_AGAIN,
                maxPending(failure.maxPendingMinutes()));
    }

    /** How long a pod may be pending, whether it waits for its group or its group for an instance. */
    public static Duration maxPending(Pod pod) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        return maxPending(FailureOptions.maxPendingMinutes(annotations));
    }

    private static Duration maxPending(@Nullable Integer minutes) {
        return minutes == null ? USUAL_MAX_PENDING : Duration.ofMinutes(minutes);
    }

    public CreationPlan {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("a plan without candidates");
        }
    }
}
