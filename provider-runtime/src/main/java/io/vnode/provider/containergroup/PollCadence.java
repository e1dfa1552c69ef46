package io.vnode.provider.containergroup;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * When to list again: at a steady interval, sooner after a create or a delete, and never so often that listing is all we do.
 */
final class PollCadence {

    private static final int HURRIED_ROUNDS = 8;
    private static final int HURRY_FACTOR = 10;

    private final Duration interval;
    private final Duration shortest;
    private final Semaphore wake = new Semaphore(0);
    private volatile int hurriedRoundsLeft;

    PollCadence(Duration interval) {
        this.interval = interval;
        this.shortest = interval.dividedBy(HURRY_FACTOR);
    }

    /** Asks for a listing soon, and for a few more in quick succession: something is about to change. */
    void hurry() {
        hurriedRoundsLeft = HURRIED_ROUNDS;
        wake.release();
    }

    /** Waits until it is time for the next listing. */
    void awaitNext(Duration lastListing) throws InterruptedException {
        Duration least = lastListing.compareTo(shortest) > 0 ? lastListing : shortest;
        Thread.sleep(least);
        Duration rest = hurriedRoundsLeft > 0 ? least : interval.minus(least);
        if (hurriedRoundsLeft > 0) {
            hurriedRoundsLeft--;
        }
        if (rest.isPositive() && wake.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }
}
