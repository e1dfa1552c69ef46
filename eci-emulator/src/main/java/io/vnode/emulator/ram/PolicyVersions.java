package io.vnode.emulator.ram;

import static io.vnode.emulator.wire.ParameterType.flag;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Policy;
import io.vnode.emulator.access.SystemPolicies;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The versions of a custom policy, of which one counts. */
final class PolicyVersions {

    private static final int PER_POLICY = 5;

    private final Account account;
    private final Clock clock;

    PolicyVersions(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of(
                        "CreatePolicyVersion",
                        policy().required("PolicyDocument", Policies.DOCUMENT)
                                .optional("SetAsDefault", flag())
                                .optional(
                                        "RotateStrategy",
                                        oneOf("None", "DeleteOldestNonDefaultVersionWhenLimitExceeded")),
                        this::create),
                DefinedAction.of(
                        "GetPolicyVersion",
                        policy().required("PolicyType", Policies.TYPE).required("VersionId", text()),
                        this::get),
                DefinedAction.of("ListPolicyVersions", policy().required("PolicyType", Policies.TYPE), this::list),
                DefinedAction.of("SetDefaultPolicyVersion", policy().required("VersionId", text()), this::setDefault),
                DefinedAction.of("DeletePolicyVersion", policy().required("VersionId", text()), this::delete));
    }

    private static ParameterSchema.Builder policy() {
        return ParameterSchema.builder().required("PolicyName", Names.POLICY);
    }

    private Object create(ActionCall call) {
        Parameters parameters = call.parameters();
        String document = Policies.document(parameters);
        String name = parameters.text("PolicyName");
        account.change(state -> {
            Policy before = Policies.existing(state, name);
            List<Policy.Version> versions = new ArrayList<>(before.versions());
            if (versions.size() >= PER_POLICY) {
                makeRoom(versions, before, parameters.text("RotateStrategy"));
            }
            String id = "v" + (before.lastNumber() + 1);
            versions.add(new Policy.Version(id, document, Names.now(clock)));
            return changed(state, before, versions, parameters.flag("SetAsDefault") ? id : before.defaultVersion());
        });
        Policy policy = Policies.existing(account.state(), name);
        return new Answer(
                call.requestId(), VersionAnswer.of(policy, policy.versions().getLast()));
    }

    private static void makeRoom(List<Policy.Version> versions, Policy policy, String strategy) {
        if (!strategy.equals("DeleteOldestNonDefaultVersionWhenLimitExceeded")) {
            throw Names.full("Policy.Version", PER_POLICY);
        }
        versions.remove(versions.stream()
                .filter(version -> !version.id().equals(policy.defaultVersion()))
                .findFirst()
                .orElseThrow());
    }

    private static AccountState changed(
            AccountState state, Policy before, List<Policy.Version> versions, String defaultVersion) {
        String newest = versions.getLast().id();
        int number = Math.max(before.lastNumber(), Integer.parseInt(newest.substring(1)));
        Policy after =
                new Policy(before.name(), before.description(), before.created(), versions, defaultVersion, number);
        return state.withPolicies(policies -> policies.put(after.name(), after));
    }

    private Object get(ActionCall call) {
        Policy policy = policy(call.parameters());
        return new Answer(call.requestId(), VersionAnswer.of(policy, existing(policy, call.parameters())));
    }

    private Policy policy(Parameters parameters) {
        String name = parameters.text("PolicyName");
        String document =
                Policies.type(parameters) == AccountState.PolicyType.SYSTEM ? SystemPolicies.find(name) : null;
        return document == null
                ? Policies.existing(account.state(), name)
                : new Policy(
                        name, "", Instant.EPOCH, List.of(new Policy.Version("v1", document, Instant.EPOCH)), "v1", 1);
    }

    private static Policy.Version existing(Policy policy, Parameters parameters) {
        String id = parameters.text("VersionId");
        return policy.versions().stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Names.missing("Policy.Version", id));
    }

    private Object list(ActionCall call) {
        Policy policy = policy(call.parameters());
        return new Listing(
                call.requestId(),
                new Wrapped(policy.versions().stream()
                        .map(version -> VersionAnswer.of(policy, version))
                        .toList()));
    }

    private Object setDefault(ActionCall call) {
        account.change(state -> {
            Policy policy = Policies.existing(state, call.parameters().text("PolicyName"));
            return changed(
                    state,
                    policy,
                    policy.versions(),
                    existing(policy, call.parameters()).id());
        });
        return new Done(call.requestId());
    }

    private Object delete(ActionCall call) {
        account.change(state -> {
            Policy policy = Policies.existing(state, call.parameters().text("PolicyName"));
            Policy.Version version = existing(policy, call.parameters());
            if (version.id().equals(policy.defaultVersion())) {
                throw Names.inUse("Policy.Version.Default", "The default version of a policy cannot be deleted.");
            }
            List<Policy.Version> left = new ArrayList<>(policy.versions());
            left.remove(version);
            return changed(state, policy, left, policy.defaultVersion());
        });
        return new Done(call.requestId());
    }

    private record Answer(String requestId, VersionAnswer policyVersion) {}

    private record Listing(String requestId, Wrapped policyVersions) {}

    private record Wrapped(List<VersionAnswer> policyVersion) {}

    /** One version, as answers tell it. */
    record VersionAnswer(String versionId, boolean isDefaultVersion, String policyDocument, String createDate) {

        static VersionAnswer of(Policy policy, Policy.Version version) {
            return new VersionAnswer(
                    version.id(),
                    version.id().equals(policy.defaultVersion()),
                    version.document(),
                    version.created().toString());
        }
    }
}
