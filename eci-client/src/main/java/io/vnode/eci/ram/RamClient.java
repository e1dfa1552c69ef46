package io.vnode.eci.ram;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.Fields;
import io.vnode.eci.sdk.ProductCalls;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What vnode asks of RAM. Every method throws {@link EciException} when there is no good answer. RAM knows no client tokens, so
 * nothing that changes is ever repeated: when its answer is lost, {@link EciException#outcomeUnknown()} says so.
 */
public final class RamClient implements AutoCloseable {

    private final ProductCalls calls;

    private RamClient(ProductCalls calls) {
        this.calls = calls;
    }

    /** A client; nothing is sent yet. */
    public static RamClient create(EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new RamClient(ProductCalls.open(Product.RAM, endpoint, credentials, options));
    }

    /** Creates a user. */
    public Creation<RamUser> createUser(String userName, String displayName, String comments) {
        return create(
                "CreateUser",
                Map.of("UserName", userName, "DisplayName", displayName, "Comments", comments),
                answer -> RamUser.read(answer.requiredObject("User")));
    }

    /** A user; null when there is none of that name. */
    public @Nullable RamUser getUser(String userName) {
        return orNull(() -> calls.read(
                "GetUser", Map.of("UserName", userName), answer -> RamUser.read(answer.requiredObject("User"))));
    }

    /** Deletes a user, who must have no keys and policies any more; says whether there was one. */
    public boolean deleteUser(String userName) {
        return remove("DeleteUser", Map.of("UserName", userName));
    }

    /** Creates a policy of the account. */
    public Creation<RamPolicy> createPolicy(String policyName, String document, String description) {
        return create(
                "CreatePolicy",
                Map.of("PolicyName", policyName, "PolicyDocument", document, "Description", description),
                answer -> RamPolicy.read(answer.requiredObject("Policy")));
    }

    /** Gives a policy of the account another document, in force at once. RAM keeps five versions; the oldest makes room. */
    public void createPolicyVersion(String policyName, String document) {
        calls.change(
                "CreatePolicyVersion",
                Map.of(
                        "PolicyName",
                        policyName,
                        "PolicyDocument",
                        document,
                        "SetAsDefault",
                        true,
                        "RotateStrategy",
                        "DeleteOldestNonDefaultVersionWhenLimitExceeded"),
                answer -> true);
    }

    /** All versions of a policy of the account. */
    public List<PolicyVersion> listPolicyVersions(String policyName) {
        return calls.read(
                "ListPolicyVersions",
                Map.of("PolicyName", policyName, "PolicyType", RamPolicy.Type.CUSTOM.code()),
                answer -> List.copyOf(
                        answer.requiredObject("PolicyVersions").list("PolicyVersion", PolicyVersion::read)));
    }

    /** Deletes a version, which must not be in force, of a policy of the account; says whether there was one. */
    public boolean deletePolicyVersion(String policyName, String versionId) {
        return remove("DeletePolicyVersion", Map.of("PolicyName", policyName, "VersionId", versionId));
    }

    /** A policy with its document; null when there is none of that name. */
    public @Nullable PolicyInForce getPolicy(String policyName, RamPolicy.Type type) {
        return orNull(() -> calls.read(
                "GetPolicy", Map.of("PolicyName", policyName, "PolicyType", type.code()), PolicyInForce::read));
    }

    /** Deletes a policy of the account, which must be attached to nobody and have one version; says whether there was one. */
    public boolean deletePolicy(String policyName) {
        return remove("DeletePolicy", Map.of("PolicyName", policyName));
    }

    /** Gives a user what a policy allows; says whether that is new. */
    public boolean attachPolicyToUser(String policyName, RamPolicy.Type type, String userName) {
        return create("AttachPolicyToUser", attachment(policyName, type, userName), answer -> true)
                instanceof Creation.Created<Boolean>;
    }

    /** Takes from a user what a policy allows; says whether it was attached. */
    public boolean detachPolicyFromUser(String policyName, RamPolicy.Type type, String userName) {
        return remove("DetachPolicyFromUser", attachment(policyName, type, userName));
    }

    private static Map<String, String> attachment(String policyName, RamPolicy.Type type, String userName) {
        return Map.of("PolicyName", policyName, "PolicyType", type.code(), "UserName", userName);
    }

    /** The policies that are attached to a user, not counting those of groups. */
    public List<RamPolicy> listPoliciesForUser(String userName) {
        return calls.read(
                "ListPoliciesForUser",
                Map.of("UserName", userName),
                answer -> List.copyOf(answer.requiredObject("Policies").list("Policy", RamPolicy::read)));
    }

    /**
     * Creates an access key. Its secret is told here and never again. When the answer is lost, a key may be there whose
     * secret nobody knows: look for it by {@link #listAccessKeys} and delete it.
     */
    public Credentials createAccessKey(String userName) {
        return calls.change("CreateAccessKey", Map.of("UserName", userName), answer -> {
            Fields key = answer.requiredObject("AccessKey");
            return Credentials.of(key.text("AccessKeyId"), key.text("AccessKeySecret"));
        });
    }

    /** The access keys of a user. */
    public List<AccessKeyEntry> listAccessKeys(String userName) {
        return calls.read(
                "ListAccessKeys",
                Map.of("UserName", userName),
                answer -> List.copyOf(answer.requiredObject("AccessKeys").list("AccessKey", AccessKeyEntry::read)));
    }

    /** Deletes an access key; says whether there was one. Who uses it is shut out at once. */
    public boolean deleteAccessKey(String userName, String accessKeyId) {
        return remove("DeleteAccessKey", Map.of("UserName", userName, "UserAccessKeyId", accessKeyId));
    }

    private <T> Creation<T> create(String action, Map<String, ?> parameters, Function<Fields, T> reader) {
        try {
            return new Creation.Created<>(calls.change(action, parameters, reader));
        } catch (EciException e) {
            if (e.code().startsWith("EntityAlreadyExists")) {
                return new Creation.AlreadyExists<>();
            }
            throw e;
        }
    }

    private boolean remove(String action, Map<String, ?> parameters) {
        try {
            return calls.change(action, parameters, answer -> true);
        } catch (EciException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static <T> @Nullable T orNull(Supplier<T> call) {
        try {
            return call.get();
        } catch (EciException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
