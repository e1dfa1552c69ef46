package io.vnode.eci.sdk;

import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;

/** Writes questions about prices and stock. */
final class MarketParameters {

    private MarketParameters() {}

    static ActionRequest price(PriceQuery query) {
        ActionRequest request = new ActionRequest("DescribeContainerGroupPrice");
        request.parameters()
                .put("Cpu", query.cpu())
                .put("Memory", query.memory())
                .put("InstanceType", query.instanceType())
                .put("ZoneId", query.zoneId())
                .put("EphemeralStorage", query.ephemeralStorage())
                .ifPresent(query.computeCategory(), (it, category) -> it.put("ComputeCategory", category.word()))
                .ifPresent(query.spot(), InstanceParameters::spot);
        return request;
    }

    static ActionRequest stock(ResourceQuery query) {
        ActionRequest request = new ActionRequest("DescribeAvailableResource");
        ParameterWriter to = request.parameters();
        to.under("DestinationResource")
                .put("Category", query.category().word())
                .put("Value", query.value())
                .put("Cores", query.cores())
                .put("Memory", query.memory());
        to.under("SpotResource").ifPresent(query.spot(), InstanceParameters::spot);
        to.put("ZoneId", query.zoneId());
        return request;
    }
}
