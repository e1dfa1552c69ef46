package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;

/** Makes a container group something else. Containers that change are started again in their place. */
final class UpdateContainerGroup implements Action {

    private static final ParameterSchema PARAMETERS = UpdateContainerGroupSchema.build();

    private final Region region;
    private final ContainerGroups groups;

    UpdateContainerGroup(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "UpdateContainerGroup";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        String id = parameters.text("ContainerGroupId");
        GroupSnapshot group = groups.find(id);
        if (group == null) {
            throw notFound(id);
        }
        GroupSpec updated = SpecUpdate.read(parameters, groups.offer()).applyTo(group.spec());
        return switch (groups.update(id, updated, CreateContainerGroup.token(call))) {
            case ACCEPTED -> new Answer(call.requestId());
            case UNKNOWN -> throw notFound(id);
            case WRONG_STATUS -> throw Refusals.incorrectStatus(id, "updated");
            case TOKEN_MISMATCH -> throw Refusals.tokenMismatch();
            case NOTHING_NEW -> {
                if (SpecUpdate.hasCredentials(parameters)) {
                    yield new Answer(call.requestId()); // they are used at the next pull, and nothing is started again
                }
                throw new ApiException(
                        400, "NoNeedUpdate", "The container group %s is already as the request says.".formatted(id));
            }
        };
    }

    private static ApiException notFound(String id) {
        return new ApiException(
                403,
                "InvalidParameter.NotFound",
                "The specified parameter ContainerGroupId is not found: '%s'.".formatted(id));
    }

    private record Answer(String requestId) {}
}
