package io.vnode.emulator.state;

import io.vnode.emulator.state.ContainerState.Terminated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All runs of one container, worked out from what it does, its first start and the restart policy. Restarts come as the
 * kubelet's: the first at once, the following after a wait that doubles.
 *
 * @param conduct what it does
 * @param policy whether an ended run is followed by another
 * @param restartDelay the wait before the second restart
 * @param pullFrom when the first attempt is made to pull its image; null when it does not come to that
 * @param start of the first run; null when the container never starts
 * @param stop when it is ended from outside; null for never
 * @param before what there was of it before somebody intervened
 */
record ContainerLife(
        Conduct conduct,
        RestartPolicy policy,
        Duration restartDelay,
        @Nullable Instant pullFrom,
        @Nullable Instant start,
        @Nullable Instant stop,
        Before before) {

    private static final Duration LONGEST_RESTART_DELAY = Duration.ofMinutes(5);
    private static final Duration RESTART_DELAY_FORGIVEN_AFTER = Duration.ofMinutes(10);
    private static final int KILLED = 137;

    /** When the container ends for good; null for never. */
    @Nullable
    Instant end() {
        Instant own = ownEnd();
        boolean stopped = start != null && stop != null && (own == null || stop.isBefore(own));
        return stopped ? stop : own;
    }

    private @Nullable Instant ownEnd() {
        Duration lifetime = program().lifetime();
        return start == null || lifetime == null || policy.restarts(program().exitCode()) ? null : start.plus(lifetime);
    }

    boolean succeeds() {
        Instant own = ownEnd();
        return program().exitCode() == 0 && (stop == null || own == null || !stop.isBefore(own));
    }

    Program program() {
        return conduct.program();
    }

    /** The same life, ended at a moment unless it ends before. */
    ContainerLife cut(Instant at) {
        Instant earlier = stop != null && stop.isBefore(at) ? stop : at;
        return new ContainerLife(conduct, policy, restartDelay, pullFrom, start, earlier, before);
    }

    /** What is left of this life when another follows. */
    Before remains(Instant at) {
        Sighting last = cut(at).at(at);
        return last != null && last.current() instanceof Terminated ended
                ? new Before(last.restarts() + 1, ended, program())
                : before;
    }

    /** What one sees at a moment; null before the first start. */
    @Nullable
    Sighting at(Instant now) {
        if (start == null || now.isBefore(start) || (stop != null && !start.isBefore(stop))) {
            return null;
        }
        if (stop == null || now.isBefore(stop)) {
            return running(start, now);
        }
        Sighting last = running(start, stop);
        return switch (last.current()) {
            case ContainerState.Running(var begin) -> last.with(new Terminated(begin, stop, KILLED));
            case ContainerState.Waiting _ when last.previous() != null -> last.with(last.previous());
            case ContainerState.Waiting _, Terminated _ -> last;
        };
    }

    private Sighting running(Instant first, Instant now) {
        Duration lifetime = program().lifetime();
        Instant begin = first;
        Terminated previous = before.last();
        for (int restarts = before.restarts(); ; restarts++) {
            if (lifetime == null || now.isBefore(begin.plus(lifetime))) {
                return new Sighting(new ContainerState.Running(begin), previous, restarts, begin);
            }
            Terminated ended =
                    new Terminated(begin, begin.plus(lifetime), program().exitCode());
            if (!policy.restarts(program().exitCode())) {
                return new Sighting(ended, previous, restarts, begin);
            }
            Duration delay = delayAfter(restarts - before.restarts(), lifetime);
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

    /** Whether the newest run can do its work. */
    boolean ready(Instant now) {
        Sighting sighting = at(now);
        Duration after = conduct.readyAfter();
        return sighting != null
                && after != null
                && sighting.current() instanceof ContainerState.Running(var begin)
                && !now.isBefore(begin.plus(after));
    }

    /**
     * One look at the container.
     *
     * @param current what it does
     * @param previous how the run before ended; null when there was none
     * @param restarts how often it was started again
     * @param lastStart when its newest run began
     */
    record Sighting(ContainerState current, @Nullable Terminated previous, int restarts, Instant lastStart) {

        Sighting with(ContainerState changed) {
            return new Sighting(changed, previous, restarts, lastStart);
        }
    }

    /**
     * What there was of a container before.
     *
     * @param restarts how often it had been started, counting the start that follows as a restart
     * @param last how its last run ended; null when there was none
     * @param program what that run did
     */
    record Before(
            int restarts,
            @Nullable Terminated last,
            @Nullable Program program) {

        static final Before NOTHING = new Before(0, null, null);
    }
}
