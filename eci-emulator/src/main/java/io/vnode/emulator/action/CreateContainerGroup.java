package io.vnode.emulator.action;

import io.vnode.emulator.state.ClientToken;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.CreateResult;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** Accepts a container group; that it can run is a matter of its later life. */
final class CreateContainerGroup implements Action {

    private static final ParameterSchema PARAMETERS = CreateContainerGroupSchema.build();

    private final Region region;
    private final ContainerGroups groups;

    CreateContainerGroup(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "CreateContainerGroup";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupRequest request = GroupRequest.read(parameters, region, groups.offer());
        if (parameters.flag("DryRun")) {
            throw new ApiException(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
        }
        CreateResult result = groups.create(request.spec(), request.wish(), token(call));
        if (result instanceof CreateResult.Created(var id)) {
            return new Answer(call.requestId(), id);
        }
        throw Refusals.of(result, request.wish());
    }

    static @Nullable ClientToken token(ActionCall call) {
        String token = call.parameters().find("ClientToken");
        return token == null ? null : new ClientToken(token, call.fingerprint());
    }

    private record Answer(String requestId, String containerGroupId) {}
}
