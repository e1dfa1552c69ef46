package io.vnode.emulator.vpc;

import static io.vnode.emulator.wire.ParameterType.flag;
import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.NumberedPage;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.util.List;

/** Lists vSwitches with the number of addresses that each has left. */
final class DescribeVSwitches implements Action {

    private static final int DEFAULT_PAGE = 10;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .optional("VpcId", text())
            .optional("VSwitchId", text())
            .optional("VSwitchName", text())
            .optional("ZoneId", text())
            .optional("IsDefault", flag())
            .optional("EnableIpv6", flag())
            .optional("DryRun", flag())
            .optional("ResourceGroupId", text())
            .optional("RouteTableId", text())
            .optional("VSwitchOwnerId", integer(0, Long.MAX_VALUE))
            .limit("Tag", 20)
            .optional("Tag.N.Key", text(64))
            .optional("Tag.N.Value", text(128))
            .optional("PageNumber", integer(1, Integer.MAX_VALUE))
            .optional("PageSize", integer(1, 50))
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeVSwitches(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeVSwitches";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        requireRegion(parameters);
        List<VSwitch> found = region.vSwitches().stream()
                .filter(each -> parameters.fits("VpcId", region.vpcOf(each))
                        && parameters.fits("VSwitchId", each.id())
                        && parameters.fits("VSwitchName", each.id())
                        && parameters.fits("ZoneId", each.zoneId())
                        && parameters.fits("IsDefault", "false")
                        && !parameters.has("Tag."))
                .toList();
        NumberedPage<VSwitch> page = NumberedPage.of(parameters, DEFAULT_PAGE, found);
        return new Answer(
                call.requestId(),
                page.items(),
                page.number(),
                page.size(),
                new Wrapped(page.onIt().stream().map(this::line).toList()));
    }

    private void requireRegion(Parameters parameters) {
        String asked = parameters.textOr("RegionId", region.id());
        if (!asked.equals(region.id())) {
            throw new ApiException(
                    404,
                    "InvalidRegionId.NotFound",
                    "The RegionId provided does not exist in our records: '%s'; this endpoint serves %s."
                            .formatted(asked, region.id()));
        }
    }

    private Line line(VSwitch vSwitch) {
        return new Line(
                vSwitch.id(),
                vSwitch.id(),
                region.vpcOf(vSwitch),
                vSwitch.zoneId(),
                vSwitch.cidr().toString(),
                groups.freeAddresses(vSwitch.id()),
                "Available",
                "",
                false);
    }

    private record Answer(String requestId, int totalCount, int pageNumber, int pageSize, Wrapped vSwitches) {}

    private record Wrapped(List<Line> vSwitch) {}

    private record Line(
            String vSwitchId,
            String vSwitchName,
            String vpcId,
            String zoneId,
            String cidrBlock,
            int availableIpAddressCount,
            String status,
            String description,
            boolean isDefault) {}
}
