package io.vnode.emulator.action;

import io.vnode.emulator.state.Capacity;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.InstanceType;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.Spot;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.List;

/** Tells in which zones a size or an instance type is in stock. */
final class DescribeAvailableResource implements Action {

    private static final String CATEGORY = "DestinationResource.Category";
    private static final String VALUE = "DestinationResource.Value";
    private static final String CORES = "DestinationResource.Cores";
    private static final String MEMORY = "DestinationResource.Memory";
    private static final String INSTANCE_TYPE = "InstanceType";
    private static final String SIZE = "InstanceTypeFamily";

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .optional("ZoneId", ParameterType.text())
            .required(CATEGORY, ParameterType.oneOf(INSTANCE_TYPE, SIZE))
            .optional(VALUE, ParameterType.text())
            .optional(CORES, ParameterType.decimal())
            .optional(MEMORY, ParameterType.decimal())
            .optional("SpotResource.SpotStrategy", ParameterType.oneOf("NoSpot", "SpotWithPriceLimit", "SpotAsPriceGo"))
            .optional("SpotResource.SpotPriceLimit", ParameterType.decimal())
            .optional("SpotResource.SpotDuration", ParameterType.integer(0, 1))
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeAvailableResource(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeAvailableResource";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        Capacity capacity = capacity(parameters);
        Spot spot = TermsReader.spot(parameters.under("SpotResource."));
        boolean affordable = spot == null || spot.affords(groups.prices().spot(capacity.size()));
        String zone = parameters.find("ZoneId");
        return new Answer(
                call.requestId(),
                region.zoneIds().stream()
                        .filter(each -> zone == null || zone.equals(each))
                        .sorted()
                        .map(each -> zone(each, parameters, capacity, affordable))
                        .toList());
    }

    private Capacity capacity(Parameters parameters) {
        if (parameters.text(CATEGORY).equals(INSTANCE_TYPE)) {
            InstanceType type = InstanceType.find(parameters.text(VALUE));
            if (type == null) {
                throw ApiException.invalid(
                        VALUE, "is '%s', which is no instance type".formatted(parameters.text(VALUE)));
            }
            return new Capacity(type.size(), type.name());
        }
        Double cores = parameters.decimal(CORES);
        Double memory = parameters.decimal(MEMORY);
        if (cores == null || memory == null) {
            throw ApiException.missing(cores == null ? CORES : MEMORY);
        }
        Size wanted = new Size(cores, memory);
        Size sold = groups.offer().edition().fit(wanted);
        if (sold == null) {
            throw CapacityReader.notSold(wanted);
        }
        return new Capacity(sold, null);
    }

    private Zone zone(String id, Parameters parameters, Capacity capacity, boolean affordable) {
        boolean there = affordable && groups.inStock(id, capacity);
        String value = capacity.instanceType() == null
                ? "%s-%s".formatted(capacity.size().cpu(), capacity.size().memory())
                : capacity.instanceType();
        Supported supported =
                new Supported(value, there ? "Available" : "SoldOut", there ? "WithStock" : "WithoutStock");
        return new Zone(region.id(), id, List.of(new Resource(parameters.text(CATEGORY), List.of(supported))));
    }

    private record Answer(String requestId, List<Zone> availableZones) {}

    private record Zone(String regionId, String zoneId, List<Resource> availableResources) {}

    private record Resource(String type, List<Supported> supportedResources) {}

    private record Supported(String value, String status, String statusCategory) {}
}
