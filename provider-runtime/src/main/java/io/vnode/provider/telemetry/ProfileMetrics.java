package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;

/** How reading the ConfigMap {@code eci-profile} goes. */
public final class ProfileMetrics {

    private final Counter loads;
    private final Counter failures;
    private final Gauge good;

    ProfileMetrics(Meters meters) {
        this.loads = meters.counter("vnode_profile_loads_total", "How often a new eci-profile was taken over.");
        this.failures = meters.counter(
                "vnode_profile_load_failures_total",
                "How often an eci-profile could not be taken over, so that the last good one stayed.");
        this.good = meters.gauge(
                "vnode_profile_good", "Whether the eci-profile in the cluster is the one in use (1), or is wrong (0).");
        good.set(1);
    }

    /** A profile is in use. */
    public void loaded() {
        loads.inc();
        good.set(1);
    }

    /** A profile is wrong, so the last good one stays in use. */
    public void failed() {
        failures.inc();
        good.set(0);
    }
}
