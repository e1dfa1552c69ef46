package io.vnode.emulator.ram;

import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Policy;
import io.vnode.emulator.access.AccountState.PolicyType;
import io.vnode.emulator.access.InvalidPolicyException;
import io.vnode.emulator.access.PolicyDocument;
import io.vnode.emulator.access.SystemPolicies;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Policies. */
final class Policies {

    static final ParameterType TYPE = oneOf("Custom", "System");
    static final ParameterType DOCUMENT = text(6144);

    private final Account account;
    private final Clock clock;

    Policies(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of(
                        "CreatePolicy",
                        ParameterSchema.builder()
                                .required("PolicyName", Names.POLICY)
                                .required("PolicyDocument", DOCUMENT)
                                .optional("Description", text(1024)),
                        this::create),
                DefinedAction.of(
                        "GetPolicy",
                        ParameterSchema.builder()
                                .required("PolicyName", Names.POLICY)
                                .required("PolicyType", TYPE),
                        this::get),
                DefinedAction.of(
                        "DeletePolicy", ParameterSchema.builder().required("PolicyName", Names.POLICY), this::delete),
                DefinedAction.of(
                        "ListPolicies",
                        ParameterSchema.builder()
                                .optional("PolicyType", TYPE)
                                .optional("Marker", text())
                                .optional("MaxItems", integer(1, 1000)),
                        this::list));
    }

    /** The type that a call names; a custom policy if it names none. */
    static PolicyType type(Parameters parameters) {
        return parameters.text("PolicyType").equals("System") ? PolicyType.SYSTEM : PolicyType.CUSTOM;
    }

    /** A custom policy that must be there. */
    static Policy existing(AccountState state, String name) {
        Policy policy = state.policies().get(name);
        if (policy == null) {
            throw Names.missing("Policy", name);
        }
        return policy;
    }

    /** A document that is understood. */
    static String document(Parameters parameters) {
        String document = parameters.text("PolicyDocument");
        try {
            PolicyDocument.parse(document);
            return document;
        } catch (InvalidPolicyException e) {
            throw new ApiException(
                    400,
                    "MalformedPolicyDocument",
                    "The specified policy document is malformed: %s.".formatted(e.getMessage()));
        }
    }

    private Object create(ActionCall call) {
        Parameters parameters = call.parameters();
        Instant now = Names.now(clock);
        Policy policy = new Policy(
                parameters.text("PolicyName"),
                parameters.text("Description"),
                now,
                List.of(new Policy.Version("v1", document(parameters), now)),
                "v1",
                1);
        account.change(state -> state.withPolicies(policies -> {
            if (policies.putIfAbsent(policy.name(), policy) != null) {
                throw Names.taken("Policy", policy.name());
            }
        }));
        return new Created(call.requestId(), PolicyAnswer.of(policy, 0));
    }

    private Object get(ActionCall call) {
        String name = call.parameters().text("PolicyName");
        AccountState state = account.state();
        PolicyType type = type(call.parameters());
        Policy policy = type == PolicyType.SYSTEM ? system(name) : existing(state, name);
        long attachments = state.attachments().stream()
                .filter(each -> each.type() == type && each.policy().equals(name))
                .count();
        PolicyAnswer answer = type == PolicyType.SYSTEM
                ? PolicyAnswer.system(policy, attachments)
                : PolicyAnswer.of(policy, attachments);
        return new Answer(
                call.requestId(),
                answer,
                PolicyVersions.VersionAnswer.of(
                        policy,
                        policy.versions().stream()
                                .filter(version -> version.id().equals(policy.defaultVersion()))
                                .findFirst()
                                .orElseThrow()));
    }

    private static Policy system(String name) {
        String document = SystemPolicies.find(name);
        if (document == null) {
            throw Names.missing("Policy", name);
        }
        return new Policy(name, "", Instant.EPOCH, List.of(new Policy.Version("v1", document, Instant.EPOCH)), "v1", 1);
    }

    private Object delete(ActionCall call) {
        String name = call.parameters().text("PolicyName");
        account.change(state -> {
            Policy policy = existing(state, name);
            if (state.attachments().stream()
                    .anyMatch(each ->
                            each.type() == PolicyType.CUSTOM && each.policy().equals(name))) {
                throw Names.inUse("Policy.User", "The policy is attached: %s.".formatted(name));
            }
            if (policy.versions().size() > 1) {
                throw Names.inUse("Policy.Version", "The policy has versions besides the default one.");
            }
            return state.withPolicies(policies -> policies.remove(name));
        });
        return new Done(call.requestId());
    }

    private Object list(ActionCall call) {
        String type = call.parameters().textOr("PolicyType", "");
        List<PolicyAnswer> all = Stream.concat(
                        SystemPolicies.all().keySet().stream().map(name -> PolicyAnswer.system(system(name), 0)),
                        account.state().policies().values().stream().map(policy -> PolicyAnswer.of(policy, 0)))
                .filter(policy -> type.isEmpty() || policy.policyType().equals(type))
                .sorted(Comparator.comparing(PolicyAnswer::policyName))
                .toList();
        Page<PolicyAnswer> page = Page.of(call.parameters(), all);
        return new Listing(call.requestId(), page.truncated(), page.marker(), new Wrapped(page.items()));
    }

    private record Created(String requestId, PolicyAnswer policy) {}

    private record Answer(String requestId, PolicyAnswer policy, PolicyVersions.VersionAnswer defaultPolicyVersion) {}

    private record Listing(String requestId, boolean isTruncated, String marker, Wrapped policies) {}

    private record Wrapped(List<PolicyAnswer> policy) {}

    private record PolicyAnswer(
            String policyName,
            String policyType,
            String description,
            String defaultVersion,
            long attachmentCount,
            String createDate,
            String updateDate) {

        static PolicyAnswer of(Policy policy, long attachments) {
            return of(policy, "Custom", attachments);
        }

        static PolicyAnswer system(Policy policy, long attachments) {
            return of(policy, "System", attachments);
        }

        private static PolicyAnswer of(Policy policy, String type, long attachments) {
            return new PolicyAnswer(
                    policy.name(),
                    type,
                    policy.description(),
                    policy.defaultVersion(),
                    attachments,
                    policy.created().toString(),
                    policy.versions().getLast().created().toString());
        }
    }
}
