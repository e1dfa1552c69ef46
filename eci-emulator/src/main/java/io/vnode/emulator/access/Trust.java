package io.vnode.emulator.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may assume a role, as its trust policy says it. */
public final class Trust {

    private final List<Grant> grants;

    private Trust(List<Grant> grants) {
        this.grants = grants;
    }

    /**
     * Reads a trust policy.
     *
     * @throws InvalidPolicyException when it is not understood
     */
    public static Trust parse(String json) {
        JsonNode document;
        try {
            document = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new InvalidPolicyException("the trust policy is not JSON: " + e.getOriginalMessage());
        }
        if (!document.path("Version").asString("").equals("1")
                || !document.path("Statement").isArray()) {
            throw new InvalidPolicyException("a trust policy has Version \"1\" and a list of Statements");
        }
        return new Trust(
                document.path("Statement").values().stream().map(Trust::grant).toList());
    }

    private static Grant grant(JsonNode statement) {
        if (!statement.path("Effect").asString("").equals("Allow")
                || !statement.path("Action").asString("").equals("sts:AssumeRole")
                || !statement.path("Principal").isObject()) {
            throw new InvalidPolicyException(
                    "a statement of a trust policy has Effect Allow, Action sts:AssumeRole and a Principal");
        }
        List<Claim> claims = new ArrayList<>();
        statement.path("Condition").properties().forEach(operator -> operator.getValue()
                .properties()
                .forEach(key ->
                        claims.add(new Claim(Operator.named(operator.getKey()), key.getKey(), texts(key.getValue())))));
        JsonNode principal = statement.path("Principal");
        return new Grant(
                texts(principal.path("RAM")),
                texts(principal.path("Service")),
                texts(principal.path("Federated")),
                claims);
    }

    private static List<String> texts(JsonNode json) {
        return json.isArray()
                ? json.values().stream().map(JsonNode::asString).toList()
                : json.isString() ? List.of(json.stringValue()) : List.of();
    }

    /** Whether an identity of the account may. */
    public boolean includes(String accountId, String arn) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.ram().contains(arn) || grant.ram().contains("acs:ram::%s:root".formatted(accountId)));
    }

    /** Whether a service may, such as {@code ecs.aliyuncs.com}. */
    public boolean includesService(String service) {
        return grants.stream().anyMatch(grant -> grant.services().contains(service));
    }

    /** Whether somebody with these claims of an identity provider may. */
    public boolean includesFederated(String providerArn, Map<String, List<String>> claims) {
        return grants.stream()
                .anyMatch(grant -> grant.federated().contains(providerArn)
                        && grant.claims().stream().allMatch(each -> each.operator()
                                .holds(claims.getOrDefault(each.key(), List.of()), each.wanted())));
    }

    private record Grant(List<String> ram, List<String> services, List<String> federated, List<Claim> claims) {}

    private record Claim(Operator operator, String key, List<String> wanted) {}
}
