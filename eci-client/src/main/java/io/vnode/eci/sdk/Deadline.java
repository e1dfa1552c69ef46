package io.vnode.eci.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment at which an operation gives up. */
record Deadline(Clock clock, Instant end) {

    static Deadline in(Duration duration, Clock clock) {
        return new Deadline(clock, clock.instant().plus(duration));
    }

    /** What is left; zero or less when it is over. */
    Duration remaining() {
        return Duration.between(clock.instant(), end);
    }
}
