package io.vnode.cli.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares an object as it is with what it would become, leaving out what the API server keeps for itself. */
public final class ObjectDifference {

    private static final Set<String> KEPT_BY_THE_SERVER = Set.of(
            "metadata.managedFields",
            "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid",
            "metadata.creationTimestamp",
            "status");
    private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");
    private static final String MASK = "***";

    private ObjectDifference() {}

    /**
     * Lists the fields that differ.
     *
     * @param secret whether the values in the object's data must not be shown
     */
    public static List<FieldChange> between(JsonNode before, JsonNode after, boolean secret) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", before, after, secret, changes);
        return changes;
    }

    private static void compare(
            String path, JsonNode before, JsonNode after, boolean secret, List<FieldChange> changes) {
        if (KEPT_BY_THE_SERVER.contains(path) || before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>();
            names.addAll(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                compare(
                        path.isEmpty() ? name : path + "." + name,
                        before.path(name),
                        after.path(name),
                        secret,
                        changes);
            }
        } else if (before.isArray() && after.isArray()) {
            compareItems(path, before, after, secret, changes);
        } else {
            boolean masked = secret && SECRET_FIELDS.stream().anyMatch(field -> path.startsWith(field));
            changes.add(new FieldChange(path, text(before, masked), text(after, masked)));
        }
    }

    /** Items with names are compared by name, as the API server does; others by position. */
    private static void compareItems(
            String path, JsonNode before, JsonNode after, boolean secret, List<FieldChange> changes) {
        Set<String> keys = new TreeSet<>();
        keys.addAll(keys(before));
        keys.addAll(keys(after));
        for (String key : keys) {
            compare("%s[%s]".formatted(path, key), item(before, key), item(after, key), secret, changes);
        }
    }

    private static List<String> keys(JsonNode items) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            keys.add(key(items, i));
        }
        return keys;
    }

    private static String key(JsonNode items, int index) {
        return items.get(index).path("name").asString(Integer.toString(index));
    }

    private static JsonNode item(JsonNode items, String key) {
        for (int i = 0; i < items.size(); i++) {
            if (key(items, i).equals(key)) {
                return items.get(i);
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private static String text(JsonNode value, boolean masked) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (masked) {
            return MASK;
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
