package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import java.util.function.Supplier;

/** Counts calls that are under way. */
public final class InFlight {

    private final GaugeDataPoint gauge;

    InFlight(GaugeDataPoint gauge) {
        this.gauge = gauge;
    }

    /** Makes a call, and counts it while it lasts. */
    public <T> T during(Supplier<T> call) {
        gauge.inc();
        try {
            return call.get();
        } finally {
            gauge.dec();
        }
    }
}
