package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupPage;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.List;

/** Lists container groups, page by page. */
final class DescribeContainerGroups implements Action {

    private static final int MAX_PAGE = 20;

    private static final ParameterSchema PARAMETERS = Selection.describe(ParameterSchema.builder(), MAX_PAGE)
            .optional("WithEvent", ParameterType.flag())
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeContainerGroups(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeContainerGroups";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupPage page = Selection.read(parameters, MAX_PAGE, MAX_PAGE).page(groups);
        ContainerGroupWriter writer = new ContainerGroupWriter(region, parameters.flag("WithEvent"));
        return new Answer(
                call.requestId(),
                NextToken.write(page.next()),
                page.total(),
                page.groups().stream().map(writer::write).toList());
    }

    private record Answer(
            String requestId, String nextToken, int totalCount, List<ContainerGroupAnswer> containerGroups) {}
}
