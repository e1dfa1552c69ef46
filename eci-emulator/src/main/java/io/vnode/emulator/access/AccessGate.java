package io.vnode.emulator.access;

import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.Guard;
import java.util.List;
import java.util.Set;

/** Lets callers do what their policies allow. */
public final class AccessGate {

    /** The service answers these with an empty list where others are refused. */
    private static final Set<String> LISTINGS =
            Set.of("DescribeContainerGroups", "DescribeContainerGroupStatus", "DescribeContainerGroupEvents");

    /** Everybody may ask who they are; who may assume a role is decided with the role at hand. */
    private static final Set<String> FREE = Set.of("sts:GetCallerIdentity", "sts:AssumeRoleWithOIDC");

    private final Permissions permissions;
    private final Targets targets;

    /** A gate in front of all APIs of the account. */
    public AccessGate(Permissions permissions, Targets targets) {
        this.permissions = permissions;
        this.targets = targets;
    }

    /** What becomes of a call. */
    public Guard.Verdict judge(String product, Action action, ActionCall call) {
        Caller caller = call.caller();
        String name = product + ":" + action.name();
        if (caller.type() == Caller.Type.ACCOUNT || FREE.contains(name)) {
            return Guard.Verdict.ALLOWED;
        }
        List<Permissions.Target> wanted = targets.of(product, action.name(), call);
        Permissions.Decision decision = permissions.decide(caller, name, wanted);
        if (decision == Permissions.Decision.ALLOWED) {
            return Guard.Verdict.ALLOWED;
        }
        if (LISTINGS.contains(action.name())) {
            return Guard.Verdict.LISTS_NOTHING;
        }
        throw refusal(product, name, caller, wanted.getFirst(), decision);
    }

    private static ApiException refusal(
            String product, String action, Caller caller, Permissions.Target target, Permissions.Decision decision) {
        boolean ram = product.equals("ram") || product.equals("sts");
        boolean explicit = decision == Permissions.Decision.DENIED_EXPLICITLY;
        return new ApiException(
                403,
                ram ? "NoPermission" : "Forbidden.RAM",
                "You are not authorized to do this action. You should be authorized by RAM: %s is not allowed on %s."
                        .formatted(action, target.resource()),
                new Detail(
                        "AccountLevelIdentityBasedPolicy",
                        action,
                        caller.id(),
                        caller.accountId(),
                        caller.type() == Caller.Type.USER ? "SubUser" : "AssumedRoleUser",
                        explicit ? "ExplicitDeny" : "ImplicitDeny"));
    }

    /** What an answer tells about a missing permission. */
    record Detail(
            String policyType,
            String authAction,
            String authPrincipalDisplayName,
            String authPrincipalOwnerId,
            String authPrincipalType,
            String noPermissionType) {}
}
