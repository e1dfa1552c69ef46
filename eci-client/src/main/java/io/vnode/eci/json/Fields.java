package io.vnode.eci.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in an answer. What nobody asks for may be there and look as it likes; what is asked for must
 * be of the right type, and what is needed must be there. ECI writes a text that it does not know yet as an empty one, so
 * an empty text counts as absent.
 *
 * <p>Every method throws {@link UnreadableAnswerException} when that does not hold, naming the field but not its value.
 */
public final class Fields {

    private static final int NO_ELEMENT = -1;

    private final @Nullable Fields parent;
    private final String name;
    private final int element;
    private final Map<?, ?> object;
    private final boolean eitherCase;

    /** The place in the answer is kept as links, and becomes a text only when it has to be told. */
    private Fields(@Nullable Fields parent, String name, int element, Map<?, ?> object, boolean eitherCase) {
        this.parent = parent;
        this.name = name;
        this.element = element;
        this.object = object;
        this.eitherCase = eitherCase;
    }

    /** Reads a body, which must be one JSON object from the first byte to the last. */
    public static Fields of(byte[] body) {
        if (JsonTree.read(body) instanceof Map<?, ?> object) {
            return new Fields(null, "", NO_ELEMENT, object, false);
        }
        throw new UnreadableAnswerException("the answer is not a JSON object");
    }

    /** The same fields, each also under a name that begins with a small letter, here and in all objects below. */
    public Fields inEitherCase() {
        return new Fields(parent, name, element, object, true);
    }

    /** The names of all fields that have a value. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.forEach((name, value) -> {
            if (value != null) {
                names.add((String) name);
            }
        });
        return names;
    }

    /** Whether no field says anything: each is absent, an empty text, zero, or an object or list of nothing. */
    public boolean isBlank() {
        return object.values().stream().allMatch(Fields::saysNothing);
    }

    private static boolean saysNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value.equals(0L)
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }

    /** A text that must be there. */
    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new UnreadableAnswerException("the answer lacks " + path() + name);
        }
        return text;
    }

    /** A text that must be there, but may be empty. */
    public String possiblyEmptyText(String name) {
        return textOf(name, requireNode(name));
    }

    /** A text that need not be there. */
    public @Nullable String optionalText(String name) {
        Object node = node(name);
        String text = node == null ? "" : textOf(name, node);
        return text.isEmpty() ? null : text;
    }

    /** A text, or an empty one in its absence. */
    public String textOrEmpty(String name) {
        String text = optionalText(name);
        return text == null ? "" : text;
    }

    /** A moment that need not be there. */
    public @Nullable Instant time(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return Times.parse(text);
        } catch (DateTimeException _) {
            throw wrong(name, "a time such as 2018-08-02T15:00:00Z");
        }
    }

    /** A number; 0 in its absence. */
    public double number(String name) {
        return switch (node(name)) {
            case null -> 0;
            case Number number when Double.isFinite(number.doubleValue()) -> number.doubleValue();
            default -> throw wrong(name, "a number");
        };
    }

    /** A number that must be there. */
    public double requiredNumber(String name) {
        requireNode(name);
        return number(name);
    }

    /** A text, or a number as a text, that need not be there. */
    public @Nullable String textOrNumber(String name) {
        return node(name) instanceof Long number ? number.toString() : optionalText(name);
    }

    /** A whole number that need not be there. */
    public @Nullable Integer integer(String name) {
        return switch (node(name)) {
            case null -> null;
            case Long number when number.intValue() == number -> number.intValue();
            default -> throw wrong(name, "a whole number");
        };
    }

    /** A whole number, possibly large, that need not be there. */
    public @Nullable Long longNumber(String name) {
        return switch (node(name)) {
            case null -> null;
            case Long number -> number;
            default -> throw wrong(name, "a whole number");
        };
    }

    /** Whether it is said to be true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(flag(name));
    }

    /** True or false; null in its absence. */
    public @Nullable Boolean flag(String name) {
        return switch (node(name)) {
            case null -> null;
            case Boolean flag -> flag;
            default -> throw wrong(name, "true or false");
        };
    }

    /** An object that need not be there. */
    public @Nullable Fields object(String name) {
        Object node = node(name);
        return node == null ? null : objectOf(name, NO_ELEMENT, node);
    }

    /** An object that must be there. */
    public Fields requiredObject(String name) {
        return objectOf(name, NO_ELEMENT, requireNode(name));
    }

    /** What must be there, whatever it looks like, as maps, lists, texts, numbers and booleans. */
    public Object requiredTree(String name) {
        return requireNode(name);
    }

    /** Whether it is a list. */
    public boolean isList(String name) {
        return node(name) instanceof List<?>;
    }

    /** A list of objects that must be there. */
    public <T> List<T> requiredList(String name, Function<Fields, T> reader) {
        requireNode(name);
        return list(name, reader);
    }

    /** A list of objects; empty in its absence. */
    public <T> List<T> list(String name, Function<Fields, T> reader) {
        List<T> items = new ArrayList<>();
        for (Object item : array(name)) {
            items.add(reader.apply(objectOf(name, items.size(), item)));
        }
        return items;
    }

    /** A list of texts; empty in its absence. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : array(name)) {
            if (!(item instanceof String text)) {
                throw wrong("%s[%d]".formatted(name, texts.size()), "a text");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> array(String name) {
        return switch (node(name)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrong(name, "a list");
        };
    }

    private Fields objectOf(String name, int element, @Nullable Object node) {
        if (node instanceof Map<?, ?> fields) {
            return new Fields(this, name, element, fields, eitherCase);
        }
        throw wrong(element == NO_ELEMENT ? name : "%s[%d]".formatted(name, element), "an object");
    }

    private String textOf(String name, @Nullable Object node) {
        if (node instanceof String text) {
            return text;
        }
        throw wrong(name, "a text");
    }

    private Object requireNode(String name) {
        Object node = node(name);
        if (node == null) {
            throw new UnreadableAnswerException("the answer lacks " + path() + name);
        }
        return node;
    }

    private @Nullable Object node(String name) {
        Object node = object.get(name);
        return node == null && eitherCase
                ? object.get(Character.toLowerCase(name.charAt(0)) + name.substring(1))
                : node;
    }

    private String path() {
        if (parent == null) {
            return "";
        }
        return parent.path() + name + (element == NO_ELEMENT ? "." : "[" + element + "].");
    }

    private UnreadableAnswerException wrong(String name, String what) {
        return new UnreadableAnswerException("%s%s in the answer is not %s".formatted(path(), name, what));
    }
}
