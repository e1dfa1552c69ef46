package io.vnode.eci.sdk;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a call is made, and how long to wait in between: twice as long each time, of which a random half is left out
 * so that callers who failed together do not come back together.
 *
 * @param attempts how often at most
 * @param first the longest wait after the first attempt
 * @param longest the longest wait of all
 */
record Backoff(int attempts, Duration first, Duration longest, RandomGenerator random) {

    static Backoff usual() {
        return new Backoff(5, Duration.ofMillis(300), Duration.ofSeconds(8), RandomGenerator.getDefault());
    }

    /** The wait after the given attempt, counted from 1. */
    Duration pauseAfter(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
