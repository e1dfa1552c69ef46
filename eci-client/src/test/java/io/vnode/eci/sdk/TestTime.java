package io.vnode.eci.sdk;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody sleeps, for one thread. */
final class TestTime implements TimeMeter, Sleeper {

    private final AtomicLong now = new AtomicLong();

    @Override
    public long currentTimeNanos() {
        return now.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }

    @Override
    public void sleep(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    Duration passed() {
        return Duration.ofNanos(now.get());
    }
}
