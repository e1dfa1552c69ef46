package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Edition;
import io.vnode.emulator.state.InstanceType;
import io.vnode.emulator.state.Prices;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.Spot;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what a container group costs an hour. Today's lists are wrapped in an object each; those of 2021 were not. */
final class DescribeContainerGroupPrice implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .optional("Cpu", ParameterType.decimal())
            .optional("Memory", ParameterType.decimal())
            .optional("InstanceType", ParameterType.text())
            .optional("ZoneId", ParameterType.text())
            .optional("EphemeralStorage", ParameterType.integer(0, 32_768))
            .optional("ComputeCategory", ParameterType.oneOf("economy", "general"))
            .optional("SpotStrategy", ParameterType.oneOf("NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo"))
            .optional("SpotPriceLimit", ParameterType.decimal())
            .optional("SpotDuration", ParameterType.integer(0, 1))
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeContainerGroupPrice(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeContainerGroupPrice";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        String typeName = parameters.find("InstanceType");
        Size size = typeName == null ? size(parameters) : type(typeName).size();
        Spot spot = TermsReader.spot(parameters);
        Prices prices = groups.prices();
        if (spot != null && !spot.affords(prices.spot(size))) {
            throw new ApiException(403, "Spot.NotMatched", "The spot price limit is below what the market asks for.");
        }
        double original = prices.payAsYouGo(size);
        double trade = spot == null ? original : prices.spot(size);
        return new Answer(call.requestId(), priceInfo(original, trade, typeName, parameters.find("ZoneId")));
    }

    private Size size(Parameters parameters) {
        Size wanted = CapacityReader.asked(parameters);
        if (wanted == null) {
            throw ApiException.missing(parameters.find("Cpu") == null ? "Cpu" : "Memory");
        }
        Size sold = groups.offer().edition().fit(wanted);
        if (sold == null) {
            throw new ApiException(
                    400,
                    "InvalidParam.CpuOrMemorySpec",
                    "The specified cpu and memory are not allowed: %s.".formatted(wanted));
        }
        return sold;
    }

    private static InstanceType type(String name) {
        InstanceType type = InstanceType.find(name);
        if (type == null) {
            throw ApiException.invalid("InstanceType", "is '%s', which is no instance type".formatted(name));
        }
        return type;
    }

    private Map<String, Object> priceInfo(
            double original, double trade, @Nullable String typeName, @Nullable String zone) {
        Map<String, Object> price = new LinkedHashMap<>();
        price.put("Currency", "CNY");
        price.put("OriginalPrice", original);
        price.put("DiscountPrice", original - trade);
        price.put("TradePrice", trade);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("Resource", typeName == null ? "cpuAndMemory" : "instanceType");
        detail.put("OriginalPrice", original);
        detail.put("DiscountPrice", original - trade);
        detail.put("TradePrice", trade);
        detail.put("Rules", list("Rule", List.of()));
        price.put("DetailInfos", list("DetailInfo", List.of(detail)));
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("Price", price);
        info.put("Rules", list("Rule", List.of()));
        if (groups.offer().edition() == Edition.TODAY && trade < original) {
            info.put("SpotPrices", list("SpotPrice", spotPrices(original, trade, typeName, zone)));
        }
        return info;
    }

    private Object list(String element, List<?> elements) {
        return groups.offer().edition() == Edition.TODAY ? Map.of(element, elements) : elements;
    }

    private List<Map<String, Object>> spotPrices(
            double original, double spot, @Nullable String typeName, @Nullable String zone) {
        return region.zoneIds().stream()
                .filter(each -> zone == null || zone.equals(each))
                .sorted()
                .map(each -> {
                    Map<String, Object> price = new LinkedHashMap<>();
                    price.put("ZoneId", each);
                    price.put("InstanceType", typeName == null ? "" : typeName);
                    price.put("SpotPrice", spot);
                    price.put("OriginPrice", original);
                    return price;
                })
                .toList();
    }

    private record Answer(String requestId, Map<String, Object> priceInfo) {}
}
