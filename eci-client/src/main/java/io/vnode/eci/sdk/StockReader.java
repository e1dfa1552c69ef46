package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.market.ZoneStock;
import java.util.List;

/** Reads what zones have in stock: lists of lists of lists, each wrapped in an object with one member. */
final class StockReader {

    private StockReader() {}

    static List<ZoneStock> read(Fields answer) {
        answer.requiredTree("AvailableZones");
        return List.copyOf(PriceReader.wrapped(answer, "AvailableZones", "AvailableZone", StockReader::zone));
    }

    private static ZoneStock zone(Fields zone) {
        return new ZoneStock(
                zone.text("ZoneId"),
                PriceReader.wrapped(zone, "AvailableResources", "AvailableResource", StockReader::resources).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<ZoneStock.Resource> resources(Fields kind) {
        return PriceReader.wrapped(kind, "SupportedResources", "SupportedResource", StockReader::resource);
    }

    private static ZoneStock.Resource resource(Fields resource) {
        return new ZoneStock.Resource(
                resource.text("Value"), ZoneStock.Level.of(resource.textOrEmpty("StatusCategory")));
    }
}
