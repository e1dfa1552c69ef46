package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** How a container group is bought. */
public enum SpotStrategy {
    /** At the full price, for as long as wanted. */
    NO_SPOT("NoSpot"),
    /** At the price of the moment, up to a limit. */
    SPOT_WITH_PRICE_LIMIT("SpotWithPriceLimit"),
    /** At the price of the moment, up to the full price. */
    SPOT_AS_PRICE_GO("SpotAsPriceGo");

    private final String word;

    SpotStrategy(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable SpotStrategy of(@Nullable String word) {
        for (SpotStrategy one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        return null;
    }

    /** ECI's word. */
    public String word() {
        return word;
    }
}
