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
import java.util.Map;

/** Tells how container groups are, in the form of pods and in longer pages. */
final class DescribeContainerGroupStatus implements Action {

    private static final int USUAL_PAGE = 50;
    private static final int MAX_PAGE = 200;

    private static final ParameterSchema PARAMETERS = Selection.describe(ParameterSchema.builder(), MAX_PAGE)
            .optional("SinceSecond", ParameterType.integer(1, Integer.MAX_VALUE))
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeContainerGroupStatus(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeContainerGroupStatus";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean takesGet() {
        return false;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupPage page = Selection.read(parameters, USUAL_PAGE, MAX_PAGE)
                .since(parameters.integer("SinceSecond"))
                .page(groups);
        return new Answer(
                call.requestId(),
                NextToken.write(page.next()),
                page.groups().stream().map(PodStatusWriter::write).toList());
    }

    private record Answer(String requestId, String nextToken, List<Map<String, Object>> data) {}
}
