package io.vnode.emulator.state;

import java.util.List;

/**
 * What ECI sells in the region.
 *
 * @param edition the table of sizes
 * @param maxCpu the account's quota of vCPU
 * @param prices what it costs
 * @param stock what is not there without limit
 * @param refusesLater whether a group for which there is no stock is accepted and fails to be scheduled, instead of being
 *     refused
 */
public record Offer(Edition edition, double maxCpu, Prices prices, List<StockLimit> stock, boolean refusesLater) {

    /** Everything of today's table, at the usual prices, for everybody. */
    public static final Offer PLENTY = new Offer(Edition.TODAY, 1_000_000, Prices.USUAL, List.of(), false);

    /** Copies the list. */
    public Offer {
        stock = List.copyOf(stock);
        if (maxCpu < 0) {
            throw new IllegalArgumentException("the quota must not be negative: " + maxCpu);
        }
    }
}
