package io.vnode.emulator.wire;

import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** Good answers, spoilt on purpose. */
final class BrokenAnswer {

    private BrokenAnswer() {}

    static byte[] truncated(byte[] json) {
        return Arrays.copyOf(json, json.length / 2);
    }

    /** Every list empty, and nothing more to come. */
    static byte[] emptied(ObjectNode answer) {
        answer.propertyNames().stream()
                .filter(name -> answer.get(name).isArray())
                .toList()
                .forEach(answer::putArray);
        if (answer.has("TotalCount")) {
            answer.put("TotalCount", 0);
        }
        if (answer.has("NextToken")) {
            answer.put("NextToken", "");
        }
        return JsonText.answer(answer);
    }
}
