package io.vnode.addon.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the selectors of a profile; what is wrong is named by its place in the JSON. */
final class SelectorsReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> MEMBERS = Set.of("name", "namespaceSelector", "objectSelector", "effect");
    private static final Set<String> SELECTOR_MEMBERS = Set.of("matchLabels");
    private static final Set<String> EFFECT_MEMBERS = Set.of("annotations", "labels");

    private SelectorsReader() {}

    static List<ProfileSelector> read(String text) {
        JsonNode array = parse(text);
        if (!array.isArray()) {
            throw new InvalidSelectorException("it must be a JSON array");
        }
        List<ProfileSelector> selectors = new ArrayList<>();
        for (JsonNode node : array) {
            selectors.add(selector(node, "[" + selectors.size() + "]"));
        }
        return selectors;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new InvalidSelectorException("no valid JSON: %s at line %d, column %d"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        }
    }

    private static ProfileSelector selector(JsonNode node, String at) {
        allow(node, MEMBERS, at);
        String name = node.path("name").asString("");
        if (!node.path("name").isString() || name.isBlank()) {
            throw new InvalidSelectorException(at + ".name must be a text that is not empty");
        }
        Map<String, String> namespace = matchLabels(node, "namespaceSelector", at);
        Map<String, String> pod = matchLabels(node, "objectSelector", at);
        JsonNode effect = node.path("effect");
        Map<String, String> annotations = Map.of();
        Map<String, String> labels = Map.of();
        if (!effect.isMissingNode()) {
            allow(effect, EFFECT_MEMBERS, at + ".effect");
            annotations = texts(effect.path("annotations"), at + ".effect.annotations");
            labels = texts(effect.path("labels"), at + ".effect.labels");
        }
        if (namespace == null && pod == null && annotations.isEmpty() && labels.isEmpty()) {
            throw new InvalidSelectorException(
                    at + " needs a namespaceSelector, an objectSelector or an effect; it has none of them");
        }
        return new ProfileSelector(name, namespace, pod, annotations, labels);
    }

    /** Null when there is no such selector. An empty one would send every pod of the cluster, and is refused. */
    private static @Nullable Map<String, String> matchLabels(JsonNode node, String member, String at) {
        JsonNode selector = node.path(member);
        if (selector.isMissingNode()) {
            return null;
        }
        String here = at + "." + member;
        allow(selector, SELECTOR_MEMBERS, here);
        Map<String, String> labels = texts(selector.path("matchLabels"), here + ".matchLabels");
        if (labels.isEmpty()) {
            throw new InvalidSelectorException(here + ".matchLabels must have at least one label");
        }
        return labels;
    }

    private static Map<String, String> texts(JsonNode object, String at) {
        if (object.isMissingNode()) {
            return Map.of();
        }
        if (!object.isObject()) {
            throw new InvalidSelectorException(at + " must be an object of texts");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object.propertyStream().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw new InvalidSelectorException(at + "." + entry.getKey() + " must be a text");
            }
            texts.put(entry.getKey(), entry.getValue().asString());
        });
        return texts;
    }

    private static void allow(JsonNode node, Set<String> members, String at) {
        if (!node.isObject()) {
            throw new InvalidSelectorException(at + " must be an object");
        }
        for (String name : node.propertyNames()) {
            if (!members.contains(name)) {
                throw new InvalidSelectorException("%s.%s is not known; it may have %s"
                        .formatted(at, name, String.join(", ", new TreeSet<>(members))));
            }
        }
    }
}
