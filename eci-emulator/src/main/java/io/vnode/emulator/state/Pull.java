package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one image is pulled. A failed attempt is followed by others, after waits that double.
 *
 * @param takes how long the attempt takes that succeeds
 * @param failsFor for how long after the first attempt attempts fail; null for not at all
 */
record Pull(Duration takes, @Nullable Duration failsFor) {

    static final Pull AT_ONCE = new Pull(Duration.ZERO, null);

    /** For as long as anybody looks. */
    static final Duration FOR_EVER = Duration.ofDays(100_000);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** How long after a failed attempt the container says so, before it says that it waits. */
    private static final Duration ERROR_SHOWN = Duration.ofSeconds(2);

    /** When the image is there, if the first attempt is at this time; null for never. */
    @Nullable
    Instant done(Instant begin) {
        if (failsFor == null) {
            return begin.plus(takes);
        }
        if (failsFor.compareTo(FOR_EVER) >= 0) {
            return null;
        }
        Instant attempt = begin;
        Duration wait = FIRST_WAIT;
        while (attempt.isBefore(begin.plus(failsFor))) {
            attempt = attempt.plus(wait);
            wait = longer(wait);
        }
        return attempt.plus(takes);
    }

    /** What there is to see of failed attempts by now; null when none has failed. */
    @Nullable
    Failure failure(Instant begin, Instant now) {
        if (failsFor == null || now.isBefore(begin)) {
            return null;
        }
        Instant end = begin.plus(failsFor);
        Instant attempt = begin;
        Duration wait = FIRST_WAIT;
        int failures = 1;
        while (!attempt.plus(wait).isAfter(now) && attempt.plus(wait).isBefore(end)) {
            attempt = attempt.plus(wait);
            wait = longer(wait);
            failures++;
        }
        boolean over = !attempt.plus(wait).isAfter(now);
        return new Failure(failures, attempt, now.isBefore(attempt.plus(ERROR_SHOWN)), over);
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }

    /**
     * Failed attempts.
     *
     * @param count how many
     * @param last when the last one was
     * @param fresh whether that was just now
     * @param over whether the attempt after them has begun
     */
    record Failure(int count, Instant last, boolean fresh, boolean over) {}
}
