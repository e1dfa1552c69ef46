package io.vnode.emulator.state;

import org.jspecify.annotations.Nullable;

/**
 * How many container groups a zone has room for.
 *
 * @param zoneId the zone
 * @param size counts groups of this size only; null for any
 * @param instanceType counts groups of this instance type only; null for any
 * @param count the most groups at one time
 */
public record StockLimit(
        String zoneId, @Nullable Size size, @Nullable String instanceType, int count) {

    /** Refuses what cannot be. */
    public StockLimit {
        if (count < 0) {
            throw new IllegalArgumentException("stock must not be negative: " + count);
        }
    }

    boolean concerns(String zone, Capacity capacity) {
        return zoneId.equals(zone)
                && (size == null || size.equals(capacity.size()))
                && (instanceType == null || instanceType.equals(capacity.instanceType()));
    }

    boolean sameGoods(StockLimit other) {
        return new StockLimit(zoneId, size, instanceType, 0)
                .equals(new StockLimit(other.zoneId, other.size, other.instanceType, 0));
    }
}
