package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;

/** Ends a container group and forgets it. */
final class DeleteContainerGroup implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .optional("ClientToken", ParameterType.text(64))
            .optional("Force", ParameterType.flag())
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DeleteContainerGroup(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DeleteContainerGroup";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Refusals.requireRegion(call.parameters(), region);
        String id = call.parameters().text("ContainerGroupId");
        return switch (groups.delete(id, call.parameters().flag("Force"))) {
            case ACCEPTED, NOTHING_NEW -> new Answer(call.requestId());
            case UNKNOWN -> throw Refusals.unknownContainerGroup(id);
            case WRONG_STATUS, TOKEN_MISMATCH ->
                throw new ApiException(
                        400,
                        "OperationConflict",
                        "Another operation on container group %s is under way.".formatted(id));
        };
    }

    private record Answer(String requestId) {}
}
