package io.vnode.emulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One JSON object of the configuration, which knows its place so that complaints can name it. */
final class ConfigObject {

    private final JsonNode node;
    private final String prefix;

    private ConfigObject(JsonNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    static ConfigObject root(JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidConfigException("must be a JSON object");
        }
        return new ConfigObject(node, "");
    }

    /** The key as a complaint names it, such as {@code vSwitches[0].cidr}. */
    String path(String key) {
        return prefix + key;
    }

    void refuseKeysOtherThan(String... known) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        List.of(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new InvalidConfigException("%s is no key of the configuration; these are: %s"
                    .formatted(path(unknown.iterator().next()), String.join(", ", known)));
        }
    }

    /** A text that must be there. Its value is not quoted in complaints: it may be a secret. */
    String text(String key) {
        JsonNode value = find(key);
        if (value == null) {
            throw InvalidConfigException.missing(path(key), "must be a text");
        }
        return text(value, path(key));
    }

    String textOr(String key, String absent) {
        JsonNode value = find(key);
        return value == null ? absent : text(value, path(key));
    }

    private static String text(JsonNode value, String path) {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new InvalidConfigException("%s must be a text that is not blank".formatted(path));
        }
        return value.stringValue();
    }

    /** A text, or null when it is not there. */
    @Nullable
    String findText(String key) {
        JsonNode value = find(key);
        return value == null ? null : text(value, path(key));
    }

    /** Whether a flag is set. */
    boolean flag(String key) {
        JsonNode value = find(key);
        if (value != null && !value.isBoolean()) {
            throw InvalidConfigException.value(path(key), value, "must be true or false");
        }
        return value != null && value.booleanValue();
    }

    /** A number of zero or more. */
    double decimalOr(String key, double absent) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber() || value.doubleValue() < 0) {
            throw InvalidConfigException.value(path(key), value, "must be a number, not negative");
        }
        return value.doubleValue();
    }

    int integerOr(String key, int absent) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        if (!value.isInt()) {
            throw InvalidConfigException.value(path(key), value, "must be a whole number");
        }
        return value.intValue();
    }

    /** A whole number in a range. */
    long numberOr(String key, long absent, long min, long max) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        if (!value.canConvertToLong()
                || !value.isIntegralNumber()
                || value.longValue() < min
                || value.longValue() > max) {
            throw InvalidConfigException.value(
                    path(key), value, "must be a whole number from %d to %d".formatted(min, max));
        }
        return value.longValue();
    }

    /** A number above 0 that must be there. */
    double positive(String key) {
        JsonNode value = find(key);
        if (value == null) {
            throw InvalidConfigException.missing(path(key), "must be a number above 0");
        }
        if (!value.isNumber() || !(value.doubleValue() > 0)) {
            throw InvalidConfigException.value(path(key), value, "must be a number above 0");
        }
        return value.doubleValue();
    }

    boolean flagOr(String key, boolean absent) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw InvalidConfigException.value(path(key), value, "must be true or false");
        }
        return value.booleanValue();
    }

    /** The names of all keys. */
    Set<String> keys() {
        return new TreeSet<>(node.propertyNames());
    }

    /** A number above 0 and at most 1. */
    double shareOr(String key, double absent) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
            throw InvalidConfigException.value(path(key), value, "must be a number above 0 and at most 1");
        }
        return value.doubleValue();
    }

    /** A duration that must be there and may be negative. */
    Duration signedDuration(String key) {
        String text = text(key);
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException _) {
            throw InvalidConfigException.value(
                    path(key), text, "must be a duration such as PT20M, or -PT20M for the other direction");
        }
    }

    Duration durationOr(String key, Duration absent) {
        return durationOr(key, absent, Duration.ZERO);
    }

    Duration durationOr(String key, Duration absent, Duration shortest) {
        JsonNode value = find(key);
        if (value == null) {
            return absent;
        }
        String rule = shortest.isZero()
                ? "must be a duration such as PT0.3S, not negative"
                : "must be a duration of at least " + shortest;
        try {
            Duration duration = Duration.parse(value.asString());
            if (duration.compareTo(shortest) < 0) {
                throw InvalidConfigException.value(path(key), value.asString(), rule);
            }
            return duration;
        } catch (DateTimeParseException _) {
            throw InvalidConfigException.value(path(key), value.asString(), rule);
        }
    }

    /** An object, empty when absent. */
    ConfigObject object(String key) {
        JsonNode value = find(key);
        if (value == null) {
            return new ConfigObject(MissingNode.getInstance(), path(key) + ".");
        }
        if (!value.isObject()) {
            throw InvalidConfigException.value(path(key), value, "must be an object");
        }
        return new ConfigObject(value, path(key) + ".");
    }

    /** The objects of a list, none when it is absent. */
    List<ConfigObject> objectsOrNone(String key) {
        return find(key) == null ? List.of() : objects(key);
    }

    /** The objects of a list that must be there. */
    List<ConfigObject> objects(String key) {
        return objects(list(key, "objects"), path(key));
    }

    /** The objects of a list without a name, or the one object instead. */
    static List<ConfigObject> objects(JsonNode listOrObject) {
        return listOrObject.isArray() ? objects(listOrObject, "") : List.of(root(listOrObject));
    }

    private static List<ConfigObject> objects(JsonNode list, String of) {
        List<ConfigObject> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "%s[%d]".formatted(of, i);
            if (!list.get(i).isObject()) {
                throw new InvalidConfigException("%s must be an object".formatted(path));
            }
            objects.add(new ConfigObject(list.get(i), path + "."));
        }
        return objects;
    }

    /** The texts of a list that must be there. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        JsonNode list = list(key, "texts");
        for (int i = 0; i < list.size(); i++) {
            texts.add(text(list.get(i), "%s[%d]".formatted(path(key), i)));
        }
        return texts;
    }

    private JsonNode list(String key, String of) {
        JsonNode value = find(key);
        if (value == null || !value.isArray()) {
            throw new InvalidConfigException("%s must be a list of %s".formatted(path(key), of));
        }
        return value;
    }

    /** A value as it is; null when absent. */
    @Nullable
    JsonNode find(String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
