package io.vnode.emulator.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy: who has it may do what a statement of it allows and none denies.
 *
 * @param statements in the order of the document
 */
public record PolicyDocument(List<Statement> statements) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern ACTION = Pattern.compile("\\*|[a-z*]+:[A-Za-z*?]+");
    private static final Pattern CONDITION_KEY =
            Pattern.compile("acs:SourceIp|acs:SecureTransport|acs:CurrentTime|eci:tag/.+|acs:(Resource|Request)Tag/.+");

    /** What a policy says about an action. */
    enum Opinion {
        ALLOWS,
        SAYS_NOTHING,
        DENIES
    }

    /**
     * Reads a document.
     *
     * @throws InvalidPolicyException when it says something that is not understood
     */
    public static PolicyDocument parse(String json) {
        JsonNode document;
        try {
            document = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new InvalidPolicyException("the policy is not JSON: " + e.getOriginalMessage());
        }
        only(document, "the policy", Set.of("Version", "Statement"));
        if (!document.path("Version").asString("").equals("1")) {
            throw new InvalidPolicyException("Version must be \"1\"");
        }
        JsonNode statements = document.path("Statement");
        if (statements.isMissingNode() || (statements.isArray() && statements.isEmpty())) {
            throw new InvalidPolicyException("Statement is missing");
        }
        return new PolicyDocument((statements.isArray() ? statements.values() : List.of(statements))
                .stream().map(PolicyDocument::statement).toList());
    }

    private static Statement statement(JsonNode json) {
        only(json, "a statement", Set.of("Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"));
        String effect = json.path("Effect").asString("");
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new InvalidPolicyException("Effect must be Allow or Deny, not '%s'".formatted(effect));
        }
        Statement.Patterns actions = patterns(json, "Action", "NotAction");
        for (String action : actions.patterns()) {
            if (!ACTION.matcher(action).matches()) {
                throw new InvalidPolicyException(
                        "the action '%s' is none such as eci:DescribeContainerGroups or eci:*".formatted(action));
            }
        }
        return new Statement(
                effect.equals("Allow"),
                new Statement.Patterns(
                        actions.patterns().stream()
                                .map(action -> action.toLowerCase(Locale.ROOT))
                                .toList(),
                        actions.excluding()),
                patterns(json, "Resource", "NotResource"),
                conditions(json.path("Condition")));
    }

    private static Statement.Patterns patterns(JsonNode statement, String including, String excluding) {
        if (statement.has(including) == statement.has(excluding)) {
            throw new InvalidPolicyException("a statement needs either %s or %s".formatted(including, excluding));
        }
        boolean excludes = statement.has(excluding);
        String key = excludes ? excluding : including;
        return new Statement.Patterns(texts(statement.path(key), key), excludes);
    }

    private static List<Statement.Condition> conditions(JsonNode json) {
        List<Statement.Condition> conditions = new ArrayList<>();
        json.properties().forEach(each -> {
            Operator operator = Operator.named(each.getKey());
            Map<String, List<String>> wanted = new LinkedHashMap<>();
            each.getValue().properties().forEach(key -> {
                if (!CONDITION_KEY.matcher(key.getKey()).matches()) {
                    throw new InvalidPolicyException(
                            ("the condition key %s is none that this emulator knows; these are: acs:SourceIp,"
                                            + " acs:SecureTransport, acs:CurrentTime, eci:tag/KEY, acs:ResourceTag/KEY,"
                                            + " acs:RequestTag/KEY")
                                    .formatted(key.getKey()));
                }
                List<String> values = texts(key.getValue(), key.getKey());
                values.forEach(value -> operator.check(each.getKey(), value));
                wanted.put(key.getKey(), values);
            });
            conditions.add(new Statement.Condition(operator, wanted));
        });
        return conditions;
    }

    private static List<String> texts(JsonNode json, String key) {
        List<JsonNode> nodes = json.isArray() ? List.copyOf(json.values()) : List.of(json);
        if (nodes.isEmpty() || nodes.stream().anyMatch(node -> !node.isString() && !node.isBoolean())) {
            throw new InvalidPolicyException("%s must be a text or a list of texts".formatted(key));
        }
        return nodes.stream().map(JsonNode::asString).toList();
    }

    private static void only(JsonNode json, String what, Set<String> keys) {
        if (!json.isObject()) {
            throw new InvalidPolicyException("%s must be an object".formatted(what));
        }
        Set<String> unknown = new TreeSet<>(json.propertyNames());
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new InvalidPolicyException("%s has an element %s, which is unknown".formatted(what, unknown));
        }
    }

    Opinion about(String action, String resource, Circumstances circumstances) {
        Opinion opinion = Opinion.SAYS_NOTHING;
        for (Statement statement : statements) {
            if (statement.isAbout(action, resource, circumstances)) {
                if (!statement.allows()) {
                    return Opinion.DENIES;
                }
                opinion = Opinion.ALLOWS;
            }
        }
        return opinion;
    }
}
