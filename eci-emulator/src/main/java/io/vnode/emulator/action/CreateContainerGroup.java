package io.vnode.emulator.action;

import io.vnode.emulator.state.ClientToken;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import org.jspecify.annotations.Nullable;

/** Accepts a container group; that it can run is a matter of its later life. */
final class CreateContainerGroup implements Action {

    private final GroupCreation creation;

    CreateContainerGroup(GroupCreation creation) {
        this.creation = creation;
    }

    @Override
    public String name() {
        return "CreateContainerGroup";
    }

    @Override
    public ParameterSchema parameters() {
        return GroupCreation.PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        return new Answer(call.requestId(), creation.create(call));
    }

    static @Nullable ClientToken token(ActionCall call) {
        String token = call.parameters().find("ClientToken");
        return token == null ? null : new ClientToken(token, call.fingerprint());
    }

    /** The answer of every action that creates a group. */
    record Answer(String requestId, String containerGroupId) {}
}
