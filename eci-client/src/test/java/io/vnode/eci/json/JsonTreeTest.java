package io.vnode.eci.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    @Test
    void readsEveryKindOfValue() {
        Object tree = JsonTree.read("""
                {"text": "a", "whole": 9223372036854775807, "large": 9223372036854775808, "broken": 0.25,
                 "list": [true, false, null, {"deep": []}]}""".getBytes(UTF_8));

        assertThat(tree)
                .isEqualTo(Map.of(
                        "text",
                        "a",
                        "whole",
                        Long.MAX_VALUE,
                        "large",
                        9223372036854775808.0,
                        "broken",
                        0.25,
                        "list",
                        Arrays.asList(true, false, null, Map.of("deep", List.of()))));
    }

    @Test
    void writesListsAsParametersWantThem() {
        assertThat(JsonTree.write(List.of("eci-1", "eci-\"2\""))).isEqualTo("[\"eci-1\",\"eci-\\\"2\\\"\"]");
    }
}
