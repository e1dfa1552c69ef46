package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Good answers, spoilt on purpose. */
final class BrokenAnswer {

    static final String NEXT_TOKEN = "NextToken";

    /** Handed out where a listing has one page only; a call that sends it back gets the first page. */
    static final String ENDLESS_TOKEN = "repeated";

    private BrokenAnswer() {}

    static byte[] truncated(byte[] json) {
        return Arrays.copyOf(json, json.length / 2);
    }

    /** Every list empty, and nothing more to come. */
    static byte[] emptied(ObjectNode answer) {
        empty(answer);
        for (JsonNode wrapped : answer) {
            if (wrapped instanceof ObjectNode object) {
                empty(object); // {"VSwitches": {"VSwitch": []}}
            }
        }
        if (answer.has("TotalCount")) {
            answer.put("TotalCount", 0);
        }
        if (answer.has(NEXT_TOKEN)) {
            answer.put(NEXT_TOKEN, "");
        }
        return JsonText.answer(answer);
    }

    private static void empty(ObjectNode object) {
        object.propertyNames().stream()
                .filter(name -> object.get(name).isArray())
                .toList()
                .forEach(object::putArray);
    }

    /** The token that the caller sent, or the answer's own, or one that is there to be repeated. */
    static byte[] repeatingToken(ObjectNode answer, String sent) {
        String own = answer.path(NEXT_TOKEN).asString("");
        String first = own.isEmpty() ? ENDLESS_TOKEN : own;
        return JsonText.answer(answer.put(NEXT_TOKEN, sent.isEmpty() ? first : sent));
    }

    /** A good answer with one more member in front: lists within lists. */
    static byte[] nested(byte[] json, int depth) {
        String nest = "{\"Nested\":" + "[".repeat(depth) + "]".repeat(depth) + ",";
        byte[] start = nest.getBytes(StandardCharsets.US_ASCII);
        byte[] nested = Arrays.copyOf(start, start.length + json.length - 1);
        System.arraycopy(json, 1, nested, start.length, json.length - 1);
        return nested;
    }

    /** A good answer up to its end, where a text begins that does not end. */
    static byte[] unended(byte[] json) {
        byte[] rest = ",\"Padding\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] unended = Arrays.copyOf(json, json.length - 1 + rest.length);
        System.arraycopy(rest, 0, unended, json.length - 1, rest.length);
        return unended;
    }

    static byte[] html() {
        return """
                <!DOCTYPE html>
                <html><head><title>502 Bad Gateway</title></head>
                <body><h1>502 Bad Gateway</h1><p>The proxy got no good answer from the server behind it.</p></body></html>
                """.getBytes(StandardCharsets.UTF_8);
    }
}
