package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which regions and zones there are: the one that is emulated. */
final class DescribeRegions implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder().build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeRegions(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeRegions";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        List<String> zones = region.zoneIds().stream().sorted().toList();
        Set<String> soldOut = soldOut();
        return new Answer(
                call.requestId(),
                List.of(new RegionAnswer(
                        region.id(),
                        endpoint(),
                        zones,
                        zones.stream().filter(zone -> !soldOut.contains(zone)).toList(),
                        zones.stream().filter(soldOut::contains).toList())));
    }

    /** Zones that have nothing at all left, as opposed to none of a size. */
    private Set<String> soldOut() {
        return groups.stock().stream()
                .filter(level -> level.limit().size() == null && level.limit().instanceType() == null)
                .filter(level -> level.free() == 0)
                .map(level -> level.limit().zoneId())
                .collect(Collectors.toSet());
    }

    /** Two financial regions have an endpoint that is not called like them. */
    private String endpoint() {
        String name =
                switch (region.id()) {
                    case "cn-shanghai-finance-1" -> "cn-shanghai-finance";
                    case "cn-shenzhen-finance-1" -> "cn-shenzhen-finance";
                    default -> region.id();
                };
        return "eci.%s.aliyuncs.com".formatted(name);
    }

    private record Answer(String requestId, List<RegionAnswer> regions) {}

    private record RegionAnswer(
            String regionId,
            String regionEndpoint,
            List<String> zones,
            List<String> recommendZones,
            List<String> unavailableZones) {}
}
