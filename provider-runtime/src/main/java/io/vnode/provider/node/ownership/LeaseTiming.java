package io.vnode.provider.node.ownership;

import java.time.Duration;

/**
 * How a Lease is held.
 *
 * @param lease how long others wait after they last saw it renewed
 * @param safe how long after a renewal its holder may act; the rest is for what is on its way then
 * @param renewEvery how often its holder renews it
 * @param lookEvery how often others look, and how soon a failed renewal is tried again
 */
record LeaseTiming(Duration lease, Duration safe, Duration renewEvery, Duration lookEvery) {

    static final LeaseTiming USUAL = new LeaseTiming(
            Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(1));

    LeaseTiming {
        if (safe.compareTo(lease) >= 0 || renewEvery.compareTo(safe) >= 0) {
            throw new IllegalArgumentException("a lease of %s, safe for %s, cannot be held by renewing it every %s"
                    .formatted(lease, safe, renewEvery));
        }
    }
}
