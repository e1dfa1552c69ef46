package io.vnode.provider.telemetry;

import java.time.Duration;

/** Durations as Prometheus wants them. */
final class Seconds {

    private static final double NANOS = 1e9;

    private Seconds() {}

    static double of(Duration duration) {
        return duration.toNanos() / NANOS;
    }
}
