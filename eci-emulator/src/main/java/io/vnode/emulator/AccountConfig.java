package io.vnode.emulator;

import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Attachment;
import io.vnode.emulator.access.AccountState.Policy;
import io.vnode.emulator.access.AccountState.PolicyType;
import io.vnode.emulator.access.InvalidPolicyException;
import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.access.PolicyDocument;
import io.vnode.emulator.access.SystemPolicies;
import io.vnode.emulator.access.Trust;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads who is in the account from the beginning: access keys with their users and policies, and roles. */
final class AccountConfig {

    private static final Instant SINCE = Instant.EPOCH;
    private static final int LONGEST_SESSION = 43_200;

    private final String accountId;
    private final List<OidcProvider> providers;
    private final Map<String, AccountState.User> users = new HashMap<>();
    private final Map<String, AccountState.Key> keys = new HashMap<>();
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<String, AccountState.Role> roles = new HashMap<>();
    private final Set<Attachment> attachments = new HashSet<>();

    AccountConfig(String accountId, List<OidcProvider> providers) {
        this.accountId = accountId;
        this.providers = providers;
    }

    /** Whether a key is the account's own, which may do everything. */
    static boolean ownKey(ConfigObject key) {
        return key.find("user") == null && key.find("policy") == null && key.find("status") == null;
    }

    AccountState read(ConfigObject config) {
        config.objectsOrNone("accessKeys").forEach(key -> {
            key.refuseKeysOtherThan("id", "secret", "user", "policy", "status");
            if (!ownKey(key)) {
                key(key);
            }
        });
        config.objectsOrNone("roles").forEach(this::role);
        return new AccountState(users, keys, policies, roles, attachments);
    }

    private void key(ConfigObject key) {
        String id = key.text("id");
        boolean rooted = key.find("user") == null && key.find("policy") == null;
        String user = rooted ? "" : key.textOr("user", id);
        if (!rooted) {
            users.putIfAbsent(user, new AccountState.User(user, digits(user), user, "", "", "", SINCE));
            attach(key, user, false);
        }
        AccountState.Key earlier = keys.put(id, new AccountState.Key(id, key.text("secret"), user, active(key), SINCE));
        if (earlier != null) {
            throw InvalidConfigException.value(key.path("id"), id, "must not be listed twice");
        }
    }

    private static boolean active(ConfigObject key) {
        String status = key.textOr("status", "Active");
        if (!status.equals("Active") && !status.equals("Inactive")) {
            throw InvalidConfigException.value(key.path("status"), status, "must be Active or Inactive");
        }
        return status.equals("Active");
    }

    private void role(ConfigObject role) {
        role.refuseKeysOtherThan("name", "policy", "trust", "maxSessionDuration");
        String name = role.text("name");
        JsonNode given = role.find("trust");
        String trust = given == null ? trustInEverybody() : given.toString();
        understood(role.path("trust"), Trust::parse, trust);
        int longest = (int) role.numberOr("maxSessionDuration", LONGEST_SESSION, 900, LONGEST_SESSION);
        if (roles.put(name, new AccountState.Role(name, digits(name), trust, "", longest, SINCE)) != null) {
            throw InvalidConfigException.value(role.path("name"), name, "must not be listed twice");
        }
        attach(role, name, true);
    }

    private String trustInEverybody() {
        return """
                {"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{
                "RAM":["acs:ram::%s:root"],"Service":["ecs.aliyuncs.com"],"Federated":[%s]}}]}""".formatted(
                        accountId,
                        providers.stream()
                                .map(provider -> "\"" + provider.arn(accountId) + "\"")
                                .collect(Collectors.joining(",")));
    }

    /** A policy is a document, the name of a system policy, or a list of such. */
    private void attach(ConfigObject holder, String name, boolean toRole) {
        JsonNode given = holder.find("policy");
        if (given == null) {
            return;
        }
        List<JsonNode> all = given.isArray() ? List.copyOf(given.values()) : List.of(given);
        for (JsonNode each : all) {
            attachments.add(each.isString() ? system(holder, each, name, toRole) : own(holder, each, name, toRole));
        }
    }

    private static Attachment system(ConfigObject holder, JsonNode policy, String name, boolean toRole) {
        if (SystemPolicies.find(policy.stringValue()) == null) {
            throw InvalidConfigException.value(
                    holder.path("policy"),
                    policy.stringValue(),
                    "must be a policy document or one of "
                            + String.join(", ", SystemPolicies.all().keySet()));
        }
        return new Attachment(policy.stringValue(), PolicyType.SYSTEM, toRole, name);
    }

    private Attachment own(ConfigObject holder, JsonNode policy, String name, boolean toRole) {
        String document = policy.toString();
        understood(holder.path("policy"), PolicyDocument::parse, document);
        String policyName = "%s-%d".formatted(name.replaceAll("[^A-Za-z0-9-]", "-"), policies.size() + 1);
        policies.put(
                policyName,
                new Policy(policyName, "", SINCE, List.of(new Policy.Version("v1", document, SINCE)), "v1", 1));
        return new Attachment(policyName, PolicyType.CUSTOM, toRole, name);
    }

    private static void understood(String path, Consumer<String> parser, String text) {
        try {
            parser.accept(text);
        } catch (InvalidPolicyException e) {
            throw new InvalidConfigException("%s is not understood: %s".formatted(path, e.getMessage()));
        }
    }

    /** The same id in every run. */
    private static String digits(String name) {
        return "2%017d".formatted(Integer.toUnsignedLong(name.hashCode()));
    }
}
