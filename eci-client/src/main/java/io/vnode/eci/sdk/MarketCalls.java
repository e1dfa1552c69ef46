package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.market.Price;
import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;
import io.vnode.eci.model.market.Usage;
import io.vnode.eci.model.market.ZoneStock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Prices, stock and quotas. */
final class MarketCalls {

    private static final String PRICE = "DescribeContainerGroupPrice";
    private static final String STOCK = "DescribeAvailableResource";
    private static final String USAGE = "ListUsage";

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    MarketCalls(EciCalls calls, Supplier<Deadline> deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
    }

    Price price(PriceQuery query) {
        return calls.call(PRICE, () -> MarketParameters.price(query), PriceReader::read, deadlines.get())
                .orThrow(PRICE);
    }

    List<ZoneStock> stock(ResourceQuery query) {
        return calls.call(STOCK, () -> MarketParameters.stock(query), StockReader::read, deadlines.get())
                .orThrow(STOCK);
    }

    Usage usage() {
        return calls.call(USAGE, () -> new ActionRequest(USAGE), MarketCalls::usage, deadlines.get())
                .orThrow(USAGE);
    }

    private static Usage usage(Fields answer) {
        Fields attributes = answer.requiredObject("Attributes");
        Map<String, Double> amounts = new HashMap<>();
        attributes.names().forEach(name -> {
            Double amount = GroupPartsReader.informative(attributes, it -> it.number(name));
            if (amount != null) {
                amounts.put(name, amount);
            }
        });
        return new Usage(amounts);
    }
}
