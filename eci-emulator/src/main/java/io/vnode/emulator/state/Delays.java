package io.vnode.emulator.state;

import java.time.Duration;

/**
 * How long the steps in a container group's life take.
 *
 * @param scheduling from acceptance until resources are found
 * @param pending from then until the images are there and the first container can start
 * @param terminating from the deletion of an active group until it is gone, unless its grace period is shorter
 * @param restart the wait before a container's second restart; it doubles with each one up to five minutes
 */
public record Delays(Duration scheduling, Duration pending, Duration terminating, Duration restart) {

    /** Without a wait, a container that ends at once would be restarted without end at the same moment. */
    public static final Duration SHORTEST_RESTART = Duration.ofSeconds(1);

    /** Refuses negative times. */
    public Delays {
        if (scheduling.isNegative() || pending.isNegative() || terminating.isNegative()) {
            throw new IllegalArgumentException("a delay must not be negative");
        }
        if (restart.compareTo(SHORTEST_RESTART) < 0) {
            throw new IllegalArgumentException("the restart delay must be at least " + SHORTEST_RESTART);
        }
    }

    /** Everything happens at once, except that crashing containers wait as on any kubelet. */
    public static final Delays NONE = new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10));
}
