package io.vnode.e2e.provider.bench;

import java.util.Arrays;
import java.util.Collection;

/** Seconds that something took, several times. */
record Spread(double[] sorted) {

    private static final double NANOS = 1e9;

    static Spread ofNanos(Collection<Long> nanos) {
        return new Spread(
                nanos.stream().mapToDouble(each -> each / NANOS).sorted().toArray());
    }

    static double median(Collection<Double> values) {
        return new Spread(values.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray())
                .at(0.5);
    }

    /** The value that this share of them does not exceed; not a number if there are none. */
    double at(double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - (share == 0 ? 0 : 1))];
    }

    double most() {
        return Arrays.stream(sorted).max().orElse(Double.NaN);
    }
}
