package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.market.Price;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a price. Older editions of the API list its parts flat, as the SDK expects; newer ones wrap each list in an object
 * with one member. Both are taken.
 */
final class PriceReader {

    private PriceReader() {}

    static Price read(Fields answer) {
        Fields info = answer.requiredObject("PriceInfo");
        Fields price = info.requiredObject("Price");
        return new Price(
                price.optionalText("Currency"),
                price.number("OriginalPrice"),
                price.number("DiscountPrice"),
                price.requiredNumber("TradePrice"),
                wrapped(price, "DetailInfos", "DetailInfo", PriceReader::part),
                wrapped(info, "Rules", "Rule", PriceReader::rule),
                wrapped(info, "SpotPrices", "SpotPrice", PriceReader::spotPrice));
    }

    static <T> List<T> wrapped(Fields fields, String list, String member, Function<Fields, T> reader) {
        if (fields.isList(list)) {
            return fields.list(list, reader);
        }
        Fields wrapper = fields.object(list);
        return wrapper == null ? List.of() : wrapper.list(member, reader);
    }

    private static Price.Part part(Fields part) {
        return new Price.Part(
                part.textOrEmpty("Resource"),
                part.number("OriginalPrice"),
                part.number("DiscountPrice"),
                part.number("TradePrice"),
                wrapped(part, "Rules", "Rule", PriceReader::rule));
    }

    private static Price.Rule rule(Fields rule) {
        return new Price.Rule(rule.textOrNumber("RuleId"), rule.optionalText("Description"));
    }

    private static Price.SpotPrice spotPrice(Fields spot) {
        return new Price.SpotPrice(
                spot.text("ZoneId"),
                spot.optionalText("InstanceType"),
                spot.requiredNumber("SpotPrice"),
                spot.number("OriginPrice"));
    }
}
