package io.vnode.provider.node.ownership;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a Lease.
 *
 * @param version the version of the object that this was read from or written as; null when it is not there yet
 * @param holder who holds it; empty when nobody does
 * @param validFor how long a renewal lasts
 * @param acquired when the holder got it, by the holder's clock; for people only
 * @param renewed when it was last renewed, by the holder's clock; for people only
 * @param transitions how often the holder has changed
 */
record LeaseRecord(
        @Nullable String version,
        String holder,
        Duration validFor,
        Instant acquired,
        Instant renewed,
        int transitions) {

    /** A lease that nobody has ever held. */
    static LeaseRecord never() {
        return new LeaseRecord(null, "", Duration.ZERO, Instant.EPOCH, Instant.EPOCH, 0);
    }

    boolean free() {
        return holder.isEmpty();
    }

    LeaseRecord takenBy(String taker, Duration lease, Instant now) {
        return new LeaseRecord(version, taker, lease, now, now, version == null ? 0 : transitions + 1);
    }

    LeaseRecord renewedAt(Instant now) {
        return new LeaseRecord(version, holder, validFor, acquired, now, transitions);
    }

    LeaseRecord released(Instant now) {
        // A Lease must say a duration of at least a second.
        return new LeaseRecord(version, "", Duration.ofSeconds(1), acquired, now, transitions);
    }
}
