package io.vnode.emulator.rates;

import io.vnode.emulator.wire.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts calls, per account and action, of the one region. Safe for use by many threads. */
public final class RateLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final double NANOS_PER_SECOND = 1e9;

    private final RateLimits limits;
    private final Clock clock;
    private final Map<String, Level> levels = new HashMap<>();

    /** Nothing was called yet. */
    public RateLimiter(RateLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts a call.
     *
     * @throws ApiException when there were too many; then it does not count
     */
    public void admit(String accountId, String action) {
        RateLimit limit = limits.limits().get(action);
        if (limit != null && !take(accountId + "\n" + action, limit)) {
            throw new ApiException(
                    400,
                    "Throttling",
                    "Request was denied due to request throttling: %s is limited to %s."
                            .formatted(action, words(limit)));
        }
    }

    private static String words(RateLimit limit) {
        return switch (limit) {
            case RateLimit.PerMinute(int calls) -> calls + " calls a minute";
            case RateLimit.Bucket(int burst, double perSecond) ->
                "%s calls a second after a burst of %d".formatted(perSecond, burst);
        };
    }

    private synchronized boolean take(String key, RateLimit limit) {
        Instant now = clock.instant();
        Level level = refilled(levels.get(key), limit, now);
        boolean enough = level.left() >= 1;
        levels.put(key, enough ? new Level(level.left() - 1, level.since()) : level);
        return enough;
    }

    private static Level refilled(@Nullable Level level, RateLimit limit, Instant now) {
        return switch (limit) {
            case RateLimit.PerMinute(int calls) ->
                level == null || !now.isBefore(level.since().plus(WINDOW)) ? new Level(calls, now) : level;
            case RateLimit.Bucket(int burst, double perSecond) ->
                level == null
                        ? new Level(burst, now)
                        : new Level(
                                Math.min(
                                        burst,
                                        level.left()
                                                + Duration.between(level.since(), now)
                                                                .toNanos()
                                                        / NANOS_PER_SECOND
                                                        * perSecond),
                                now);
        };
    }

    /** How many calls are left, and since when. */
    private record Level(double left, Instant since) {}
}
