package io.vnode.eci.model.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container group costs per hour, in the currency of the account.
 *
 * @param currency for example {@code CNY}
 * @param originalPrice without discount
 * @param discountPrice the discount
 * @param tradePrice what is paid
 * @param parts what it is made of
 * @param rules why it is so
 * @param spotPrices prices of the moment, by zone
 */
public record Price(
        @Nullable String currency,
        double originalPrice,
        double discountPrice,
        double tradePrice,
        List<Part> parts,
        List<Rule> rules,
        List<SpotPrice> spotPrices) {
    public Price {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
        spotPrices = List.copyOf(spotPrices);
    }

    /** The price of one resource. */
    public record Part(
            String resource, double originalPrice, double discountPrice, double tradePrice, List<Rule> rules) {

        public Part {
            rules = List.copyOf(rules);
        }
    }

    /** A rule of a discount. */
    public record Rule(@Nullable String id, @Nullable String description) {}

    /** What an instance type costs in a zone at this moment. */
    public record SpotPrice(String zoneId, @Nullable String instanceType, double price, double originalPrice) {}
}
