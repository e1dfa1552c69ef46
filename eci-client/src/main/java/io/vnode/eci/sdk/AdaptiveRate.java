package io.vnode.eci.sdk;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.vnode.eci.RateLimits.Rate;
import java.time.Duration;

/**
 * The calls of one action, held to a rate that shrinks when ECI complains and recovers when it no longer does. ECI counts the
 * calls of all clients of the account, so keeping to our own limit does not mean that there is room.
 */
final class AdaptiveRate {

    /** Complaints that come together are about the same crowd of calls. */
    private static final long SETTLING_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long RECOVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final double SHRINKAGE = 0.5;
    private static final double RECOVERY = 0.1;
    private static final double LEAST_PART = 1.0 / 16;

    private final Rate full;
    private final TimeMeter time;
    private final BlockingStrategy waiting;
    private final Bucket bucket;
    private double part = 1;
    private long changed;

    AdaptiveRate(Rate full, TimeMeter time, BlockingStrategy waiting) {
        this.full = full;
        this.time = time;
        this.waiting = waiting;
        this.bucket = Bucket.builder()
                .addLimit(bandwidth())
                .withCustomTimePrecision(time)
                .build();
    }

    private Bandwidth bandwidth() {
        int burst = Math.max(1, (int) (full.burst() * part));
        double spreadCallsPerMinute = (full.callsPerMinute() - full.burst()) * part;
        long nanosPerCall = (long) (Duration.ofMinutes(1).toNanos() / spreadCallsPerMinute);
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(1, Duration.ofNanos(nanosPerCall))
                .build();
    }

    /** Waits for a call's turn; false, at once and without taking a turn, when that would take longer than the patience. */
    boolean awaitTurn(Duration patience) throws InterruptedException {
        recover();
        return bucket.asBlocking().tryConsume(1, patience, waiting);
    }

    /** ECI has refused a call for there being too many. */
    synchronized void complaint() {
        long now = time.currentTimeNanos();
        if (part < 1 && now - changed < SETTLING_NANOS) {
            return;
        }
        become(Math.max(LEAST_PART, part * SHRINKAGE), now);
        bucket.tryConsumeAsMuchAsPossible();
    }

    private synchronized void recover() {
        long now = time.currentTimeNanos();
        if (part < 1 && now - changed >= RECOVERY_NANOS) {
            become(Math.min(1, part + RECOVERY), now);
        }
    }

    private void become(double changedPart, long now) {
        part = changedPart;
        changed = now;
        bucket.replaceConfiguration(
                BucketConfiguration.builder().addLimit(bandwidth()).build(), TokensInheritanceStrategy.AS_IS);
    }

    /** What is left of the full rate, from a sixteenth to 1. */
    synchronized double part() {
        return part;
    }
}
