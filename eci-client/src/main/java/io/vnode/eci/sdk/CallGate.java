package io.vnode.eci.sdk;

import io.github.bucket4j.TimeMeter;
import io.vnode.eci.RateLimits;
import io.vnode.eci.RateLimits.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets calls through, so many at a time and so many per minute. Shared by all threads of a client. */
final class CallGate {

    private final RateLimits limits;
    private final Semaphore places;
    private final TimeMeter time;
    private final Sleeper sleeper;
    private final Map<String, AdaptiveRate> rates = new ConcurrentHashMap<>();

    CallGate(RateLimits limits, int concurrentCalls, TimeMeter time, Sleeper sleeper) {
        this.limits = limits;
        this.places = new Semaphore(concurrentCalls);
        this.time = time;
        this.sleeper = sleeper;
    }

    /**
     * Waits for a call's turn.
     *
     * @return to be closed when the call has ended; null when the turn would not come within the patience
     */
    @Nullable
    Pass pass(String action, Duration patience) throws InterruptedException {
        long begin = time.currentTimeNanos();
        AdaptiveRate rate = rate(action);
        if (rate != null && !rate.awaitTurn(patience)) {
            return null;
        }
        Duration left = patience.minusNanos(time.currentTimeNanos() - begin);
        if (!places.tryAcquire(left.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        return new Pass(places, Duration.ofNanos(time.currentTimeNanos() - begin));
    }

    /** ECI has refused a call of the action for there being too many. */
    void complaint(String action) {
        AdaptiveRate rate = rate(action);
        if (rate != null) {
            rate.complaint();
        }
    }

    private @Nullable AdaptiveRate rate(String action) {
        Rate limit = limits.of(action);
        return limit == null
                ? null
                : rates.computeIfAbsent(
                        action, _ -> new AdaptiveRate(limit, time, nanos -> sleeper.sleep(Duration.ofNanos(nanos))));
    }

    /** A call that may be made now. */
    record Pass(Semaphore places, Duration waited) implements AutoCloseable {

        @Override
        public void close() {
            places.release();
        }
    }
}
