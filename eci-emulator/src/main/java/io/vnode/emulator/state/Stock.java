package io.vnode.emulator.state;

import java.util.ArrayList;
import java.util.List;

/** What the zones have left to sell. A zone without a limit has enough of everything. */
final class Stock {

    private final List<StockLimit> limits;
    private final List<Sale> sales = new ArrayList<>();

    Stock(List<StockLimit> limits) {
        this.limits = new ArrayList<>(limits);
    }

    boolean has(String zoneId, Capacity capacity) {
        return limits.stream().filter(limit -> limit.concerns(zoneId, capacity)).allMatch(limit -> free(limit) > 0);
    }

    private int free(StockLimit limit) {
        long sold = 0;
        for (Sale sale : sales) {
            if (limit.concerns(sale.zoneId(), sale.capacity())) {
                sold += sale.count;
            }
        }
        return (int) Math.max(0, limit.count() - sold);
    }

    void take(String zoneId, Capacity capacity) {
        sale(zoneId, capacity).count++;
    }

    void giveBack(String zoneId, Capacity capacity) {
        sale(zoneId, capacity).count--;
    }

    /** There are few different goods, and many groups of each. */
    private Sale sale(String zoneId, Capacity capacity) {
        for (Sale sale : sales) {
            if (sale.zoneId().equals(zoneId) && sale.capacity().equals(capacity)) {
                return sale;
            }
        }
        Sale first = new Sale(zoneId, capacity);
        sales.add(first);
        return first;
    }

    /** Sets a limit, in place of an earlier one for the same goods. */
    void limit(StockLimit limit) {
        lift(limit);
        limits.add(limit);
    }

    void lift(StockLimit limit) {
        limits.removeIf(limit::sameGoods);
    }

    List<StockLevel> levels() {
        return limits.stream().map(limit -> new StockLevel(limit, free(limit))).toList();
    }

    /** How many groups of one kind are there at present. */
    private static final class Sale {

        private final String zoneId;
        private final Capacity capacity;
        private int count;

        private Sale(String zoneId, Capacity capacity) {
            this.zoneId = zoneId;
            this.capacity = capacity;
        }

        private String zoneId() {
            return zoneId;
        }

        private Capacity capacity() {
            return capacity;
        }
    }
}
