package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;

/** Calls of ECI and its neighbours. */
public final class EciCallMetrics {

    private final Counter calls;
    private final Histogram latency;
    private final Counter throttled;

    EciCallMetrics(Meters meters) {
        this.calls = meters.counter(
                "vnode_eci_calls_total",
                "Attempts at calls of ECI, by action and by what it answered: OK, its error code, or a word of ours.",
                "action",
                "code");
        this.latency = meters.seconds(
                "vnode_eci_call_duration_seconds",
                "How long ECI took to answer, without the time that the call was held back.",
                "action");
        this.throttled = meters.counter(
                "vnode_eci_call_throttled_seconds_total",
                "How long calls were held back to keep within ECI's rate limits.",
                "action");
    }

    /**
     * An attempt at a call has ended.
     *
     * @param action what ECI was asked to do
     * @param code what it answered
     * @param took how long it took
     * @param heldBack how long it was held back before
     */
    public void ended(String action, String code, Duration took, Duration heldBack) {
        calls.labelValues(action, code).inc();
        latency.labelValues(action).observe(Seconds.of(took));
        throttled.labelValues(action).inc(Math.max(0, Seconds.of(heldBack)));
    }
}
