package io.vnode.emulator.state;

import io.vnode.emulator.state.ContainerState.Terminated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one container, worked out from its program, its first start and the restart policy. Restarts come as the
 * kubelet's: the first at once, the following after a wait that doubles.
 *
 * @param program what each run does
 * @param policy whether an ended run is followed by another
 * @param restartDelay the wait before the second restart
 * @param start of the first run; null when the container never starts
 */
record ContainerLife(
        Program program,
        RestartPolicy policy,
        Duration restartDelay,
        @Nullable Instant start) {

    private static final Duration LONGEST_RESTART_DELAY = Duration.ofMinutes(5);
    private static final Duration RESTART_DELAY_FORGIVEN_AFTER = Duration.ofMinutes(10);

    /** When the container ends for good; null for never. */
    @Nullable
    Instant end() {
        Duration lifetime = program.lifetime();
        return start == null || lifetime == null || policy.restarts(program.exitCode()) ? null : start.plus(lifetime);
    }

    boolean succeeds() {
        return program.exitCode() == 0;
    }

    /** What one sees at a moment; null before the first start. */
    @Nullable
    Sighting at(Instant now) {
        if (start == null || now.isBefore(start)) {
            return null;
        }
        Duration lifetime = program.lifetime();
        Instant begin = start;
        Terminated previous = null;
        for (int restarts = 0; ; restarts++) {
            if (lifetime == null || now.isBefore(begin.plus(lifetime))) {
                return new Sighting(new ContainerState.Running(begin), previous, restarts, begin);
            }
            Terminated ended = new Terminated(begin, begin.plus(lifetime), program.exitCode());
            if (!policy.restarts(program.exitCode())) {
                return new Sighting(ended, previous, restarts, begin);
            }
            Duration delay = delayAfter(restarts, lifetime);
            Instant following = ended.finish().plus(delay);
            if (now.isBefore(following)) {
                String message = "back-off %ds restarting failed container".formatted(delay.toSeconds());
                return new Sighting(new ContainerState.Waiting("CrashLoopBackOff", message), ended, restarts, begin);
            }
            previous = ended;
            begin = following;
        }
    }

    private Duration delayAfter(int restarts, Duration lifetime) {
        if (restarts == 0 || lifetime.compareTo(RESTART_DELAY_FORGIVEN_AFTER) >= 0) {
            return Duration.ZERO;
        }
        Duration delay = restartDelay;
        for (int i = 1; i < restarts && delay.compareTo(LONGEST_RESTART_DELAY) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(LONGEST_RESTART_DELAY) < 0 ? delay : LONGEST_RESTART_DELAY;
    }

    /**
     * One look at the container.
     *
     * @param current what it does
     * @param previous how the run before ended; null when there was none
     * @param restarts how often it was started again
     * @param lastStart when its newest run began
     */
    record Sighting(ContainerState current, @Nullable Terminated previous, int restarts, Instant lastStart) {}
}
