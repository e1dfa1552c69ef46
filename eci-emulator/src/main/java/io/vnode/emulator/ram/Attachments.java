package io.vnode.emulator.ram;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Attachment;
import io.vnode.emulator.access.AccountState.PolicyType;
import io.vnode.emulator.access.SystemPolicies;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.util.Comparator;
import java.util.List;

/** Which policies users and roles have. */
final class Attachments {

    private static final String USER = "User";
    private static final String ROLE = "Role";

    private final Account account;

    Attachments(Account account) {
        this.account = account;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of("AttachPolicyToUser", policyAnd(USER), call -> attach(call, USER)),
                DefinedAction.of("DetachPolicyFromUser", policyAnd(USER), call -> detach(call, USER)),
                DefinedAction.of("ListPoliciesForUser", Users.named(), call -> list(call, USER)),
                DefinedAction.of("AttachPolicyToRole", policyAnd(ROLE), call -> attach(call, ROLE)),
                DefinedAction.of("DetachPolicyFromRole", policyAnd(ROLE), call -> detach(call, ROLE)),
                DefinedAction.of("ListPoliciesForRole", Roles.named(), call -> list(call, ROLE)));
    }

    private static ParameterSchema.Builder policyAnd(String kind) {
        return (kind.equals(USER) ? Users.named() : Roles.named())
                .required("PolicyName", Names.POLICY)
                .required("PolicyType", Policies.TYPE);
    }

    private static String holder(AccountState state, Parameters parameters, String kind) {
        String name = parameters.text(kind + "Name");
        return kind.equals(USER)
                ? Users.existing(state, name).name()
                : Roles.existing(state, name).name();
    }

    private static Attachment attachment(AccountState state, Parameters parameters, String kind) {
        String holder = holder(state, parameters, kind);
        String policy = parameters.text("PolicyName");
        PolicyType type = Policies.type(parameters);
        if (type == PolicyType.CUSTOM) {
            Policies.existing(state, policy);
        } else if (SystemPolicies.find(policy) == null) {
            throw Names.missing("Policy", policy);
        }
        return new Attachment(policy, type, kind.equals(ROLE), holder);
    }

    private Object attach(ActionCall call, String kind) {
        account.change(state -> {
            Attachment attachment = attachment(state, call.parameters(), kind);
            return state.withAttachments(attachments -> {
                if (!attachments.add(attachment)) {
                    throw Names.taken(kind + ".Policy", attachment.policy());
                }
            });
        });
        return new Done(call.requestId());
    }

    private Object detach(ActionCall call, String kind) {
        account.change(state -> {
            Attachment attachment = attachment(state, call.parameters(), kind);
            return state.withAttachments(attachments -> {
                if (!attachments.remove(attachment)) {
                    throw Names.missing(kind + ".Policy", attachment.policy());
                }
            });
        });
        return new Done(call.requestId());
    }

    private Object list(ActionCall call, String kind) {
        AccountState state = account.state();
        String holder = holder(state, call.parameters(), kind);
        return new Listing(
                call.requestId(),
                new Wrapped(state.attachments().stream()
                        .filter(each ->
                                each.toRole() == kind.equals(ROLE) && each.to().equals(holder))
                        .sorted(Comparator.comparing(Attachment::policy))
                        .map(each -> line(state, each))
                        .toList()));
    }

    private static Line line(AccountState state, Attachment attachment) {
        boolean custom = attachment.type() == PolicyType.CUSTOM;
        AccountState.Policy policy = custom ? Policies.existing(state, attachment.policy()) : null;
        return new Line(
                attachment.policy(),
                custom ? "Custom" : "System",
                policy == null ? "" : policy.description(),
                policy == null ? "v1" : policy.defaultVersion());
    }

    private record Listing(String requestId, Wrapped policies) {}

    private record Wrapped(List<Line> policy) {}

    private record Line(String policyName, String policyType, String description, String defaultVersion) {}
}
