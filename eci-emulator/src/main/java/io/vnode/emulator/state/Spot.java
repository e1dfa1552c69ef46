package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a container group on the spot market.
 *
 * @param priceLimit the most that it may cost an hour; null for whatever the market asks
 * @param protectedTime how long it is not taken back after its creation
 */
public record Spot(@Nullable Double priceLimit, Duration protectedTime) {

    /** How long before its end a group is told about it. */
    public static final Duration NOTICE = Duration.ofMinutes(3);

    private static final Duration CHECKED_EVERY = Duration.ofMinutes(5);

    /** Whether it pays what the market asks. */
    public boolean affords(double price) {
        return priceLimit == null || price <= priceLimit;
    }

    /** When the market looks at the price again. */
    Instant nextCheck(Instant created, Instant now) {
        Instant first = created.plus(protectedTime);
        if (first.isAfter(now)) {
            return first;
        }
        long checks = Duration.between(first, now).dividedBy(CHECKED_EVERY) + 1;
        return first.plus(CHECKED_EVERY.multipliedBy(checks));
    }
}
