package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;

/** Stops all containers of a group and starts them again. */
final class RestartContainerGroup implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .optional("ClientToken", CommonTypes.CLIENT_TOKEN)
            .build();

    private final Region region;
    private final ContainerGroups groups;

    RestartContainerGroup(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "RestartContainerGroup";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Refusals.requireRegion(call.parameters(), region);
        String id = call.parameters().text("ContainerGroupId");
        return switch (groups.restart(id, CreateContainerGroup.token(call))) {
            case ACCEPTED, NOTHING_NEW -> new Answer(call.requestId());
            case UNKNOWN -> throw Refusals.unknownContainerGroup(id);
            case WRONG_STATUS -> throw Refusals.incorrectStatus(id, "restarted");
            case TOKEN_MISMATCH -> throw Refusals.tokenMismatch();
        };
    }

    private record Answer(String requestId) {}
}
