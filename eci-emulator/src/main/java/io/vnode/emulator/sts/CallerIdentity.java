package io.vnode.emulator.sts;

import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.Caller;
import org.jspecify.annotations.Nullable;

/** Who signed a call. */
record CallerIdentity(
        String requestId,
        String identityType,
        String accountId,
        String principalId,
        @Nullable String userId,
        @Nullable String roleId,
        String arn) {

    static CallerIdentity of(ActionCall call) {
        Caller caller = call.caller();
        boolean role = caller.type() == Caller.Type.ASSUMED_ROLE;
        return new CallerIdentity(
                call.requestId(),
                switch (caller.type()) {
                    case ACCOUNT -> "Account";
                    case USER -> "RAMUser";
                    case ASSUMED_ROLE -> "AssumedRoleUser";
                    case NOBODY -> "";
                },
                caller.accountId(),
                caller.id(),
                role ? null : caller.id(),
                role ? caller.id().substring(0, caller.id().indexOf(':')) : null,
                caller.arn());
    }
}
