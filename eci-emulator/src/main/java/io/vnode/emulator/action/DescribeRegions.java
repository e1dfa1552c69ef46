package io.vnode.emulator.action;

import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import java.util.List;

/** Tells which regions and zones there are: the one that is emulated. */
final class DescribeRegions implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder().build();

    private final Region region;

    DescribeRegions(Region region) {
        this.region = region;
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
        String endpoint = "eci.%s.aliyuncs.com".formatted(region.id());
        return new Answer(call.requestId(), List.of(new RegionAnswer(region.id(), endpoint, zones, zones, List.of())));
    }

    private record Answer(String requestId, List<RegionAnswer> regions) {}

    private record RegionAnswer(
            String regionId,
            String regionEndpoint,
            List<String> zones,
            List<String> recommendZones,
            List<String> unavailableZones) {}
}
