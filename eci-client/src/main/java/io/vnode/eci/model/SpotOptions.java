package io.vnode.eci.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a container group is bought, when not at the full price.
 *
 * @param strategy the way
 * @param priceLimit the most to pay per hour, with at most three decimals; needed with {@link SpotStrategy#SPOT_WITH_PRICE_LIMIT}
 * @param protectedHours for how long ECI may not take it back; null for 1
 * @param strict ECI's {@code StrictSpot}, which it does not explain; null to leave it unsaid
 */
public record SpotOptions(
        SpotStrategy strategy,
        @Nullable BigDecimal priceLimit,
        @Nullable Long protectedHours,
        @Nullable Boolean strict) {
    public SpotOptions {

        Limits.require(
                strategy != SpotStrategy.SPOT_WITH_PRICE_LIMIT || priceLimit != null,
                "a spot price limit is needed with SpotWithPriceLimit");
        Limits.require(
                priceLimit == null
                        || (priceLimit.signum() > 0
                                && priceLimit.stripTrailingZeros().scale() <= 3),
                "spot price limit %s is not positive with at most three decimals".formatted(priceLimit));
        Limits.within("protectedHours", protectedHours, 0, Integer.MAX_VALUE);
    }

    /** At the price of the moment, up to the full price. */
    public static SpotOptions asPriceGoes() {
        return new SpotOptions(SpotStrategy.SPOT_AS_PRICE_GO, null, null, null);
    }

    /** At the price of the moment, up to this price per hour. */
    public static SpotOptions upTo(BigDecimal priceLimit) {
        return new SpotOptions(SpotStrategy.SPOT_WITH_PRICE_LIMIT, priceLimit, null, null);
    }
}
