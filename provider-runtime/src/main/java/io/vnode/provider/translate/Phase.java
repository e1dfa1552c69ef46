package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.Event;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a pod is in its life, and why.
 *
 * @param word {@code Pending}, {@code Running}, {@code Succeeded} or {@code Failed}
 * @param reason one word, or nothing
 * @param message a sentence, or nothing
 */
record Phase(String word, String reason, String message) {

    /** ECI gave up looking for an instance; condition {@code ContainerInstanceCreated} says what was missing. */
    static final String SCHEDULE_FAILED = "ContainerInstanceScheduleFailed";

    /** ECI took the instance back. */
    static final String EXPIRED = "ContainerInstanceExpired";

    /** Words of the kubelet for the end of a whole pod; ECI uses them in its events. */
    private static final Set<String> ENDS_OF_A_POD = Set.of("DeadlineExceeded", "Evicted");

    /** A pod that steps back from Running would be replaced by its controller for nothing. */
    static Phase of(Pod pod, ContainerGroup group) {
        return switch (group.status()) {
            case SCHEDULING, PENDING, RESTARTING, UPDATING, TERMINATING, UNRECOGNISED ->
                of(ranBefore(pod) ? "Running" : "Pending");
            case RUNNING -> of("Running");
            case SUCCEEDED -> of("Succeeded");
            case FAILED -> failed(Happenings.lastWarning(group, ENDS_OF_A_POD::contains));
            case SCHEDULE_FAILED ->
                failed(
                        SCHEDULE_FAILED,
                        Happenings.lastWarning(group, _ -> true),
                        "ECI found no instance for container group " + group.id());
            case EXPIRED ->
                failed(
                        EXPIRED,
                        Happenings.lastWarning(group, Happenings.SPOT_TO_BE_RELEASED::equals),
                        "ECI took back the instance of container group " + group.id());
        };
    }

    boolean running() {
        return word.equals("Running");
    }

    boolean succeeded() {
        return word.equals("Succeeded");
    }

    boolean ended() {
        return succeeded() || word.equals("Failed");
    }

    private static Phase of(String word) {
        return new Phase(word, "", "");
    }

    private static Phase failed(@Nullable Event end) {
        return end == null ? of("Failed") : new Phase("Failed", end.reason(), end.message());
    }

    private static Phase failed(String reason, @Nullable Event warning, String otherwise) {
        return new Phase("Failed", reason, warning == null ? otherwise : warning.reason() + ": " + warning.message());
    }

    private static boolean ranBefore(Pod pod) {
        return pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
    }
}
