package io.vnode.eci.sdk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object in an answer. What nobody asks for may be there and look as it likes; what is asked for must
 * be of the right type, and what is needed must be there. ECI writes a text that it does not know yet as an empty one, so
 * an empty text counts as absent.
 *
 * <p>Every method throws {@link UnreadableAnswerException} when that does not hold, naming the field but not its value.
 */
final class Fields {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final JsonNode object;

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** Reads a body, which must be one JSON object from the first byte to the last. */
    static Fields of(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            if (root == null || !root.isObject()) {
                throw new UnreadableAnswerException("the answer is not a JSON object");
            }
            return new Fields("", root);
        } catch (JacksonException e) {
            throw new UnreadableAnswerException(
                    "the answer of %d bytes is not JSON: %s".formatted(body.length, where(e)));
        }
    }

    /** The parser's own sentences quote the answer, so only the place is told. */
    private static String where(JacksonException e) {
        String kind = e instanceof StreamReadException ? "" : e.getClass().getSimpleName() + " ";
        return e.getLocation() == null
                ? kind + "at an unknown place"
                : "%sat byte %d".formatted(kind, e.getLocation().getByteOffset());
    }

    /** A JSON list of texts, as ECI wants it in a parameter. */
    static String arrayOf(List<String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    /** A text that must be there. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new UnreadableAnswerException("the answer lacks " + path + name);
        }
        return text;
    }

    /** A text that must be there, but may be empty. */
    String possiblyEmptyText(String name) {
        return textOf(name, requireNode(name));
    }

    /** A text that need not be there. */
    @Nullable
    String optionalText(String name) {
        JsonNode node = node(name);
        String text = node == null ? "" : textOf(name, node);
        return text.isEmpty() ? null : text;
    }

    /** A text, or an empty one in its absence. */
    String textOrEmpty(String name) {
        String text = optionalText(name);
        return text == null ? "" : text;
    }

    /** A moment that need not be there. */
    @Nullable
    Instant time(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw wrong(name, "a time such as 2018-08-02T15:00:00Z");
        }
    }

    /** A number; 0 in its absence. */
    double number(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return 0;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong(name, "a number");
        }
        return node.doubleValue();
    }

    /** A whole number that need not be there. */
    @Nullable
    Integer integer(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong(name, "a whole number");
        }
        return node.intValue();
    }

    /** True or false; null in its absence. */
    @Nullable
    Boolean flag(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.booleanValue();
    }

    /** An object that need not be there. */
    @Nullable
    Fields object(String name) {
        JsonNode node = node(name);
        return node == null ? null : objectOf(name, node);
    }

    /** A list of objects that must be there. */
    <T> List<T> requiredList(String name, Function<Fields, T> reader) {
        requireNode(name);
        return list(name, reader);
    }

    /** A list of objects; empty in its absence. */
    <T> List<T> list(String name, Function<Fields, T> reader) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : array(name)) {
            items.add(reader.apply(objectOf("%s[%d]".formatted(name, items.size()), item)));
        }
        return items;
    }

    /** A list of texts; empty in its absence. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            texts.add(textOf("%s[%d]".formatted(name, texts.size()), item));
        }
        return texts;
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(name, "a list");
        }
        return node;
    }

    private Fields objectOf(String name, JsonNode node) {
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        return new Fields(path + name + ".", node);
    }

    private String textOf(String name, JsonNode node) {
        if (!node.isString()) {
            throw wrong(name, "a text");
        }
        return node.stringValue();
    }

    private JsonNode requireNode(String name) {
        JsonNode node = node(name);
        if (node == null) {
            throw new UnreadableAnswerException("the answer lacks " + path + name);
        }
        return node;
    }

    private @Nullable JsonNode node(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private UnreadableAnswerException wrong(String name, String what) {
        return new UnreadableAnswerException("%s%s in the answer is not %s".formatted(path, name, what));
    }
}
