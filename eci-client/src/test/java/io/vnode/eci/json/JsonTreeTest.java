package io.vnode.eci.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    @Test
    void readsEveryKindOfValue() {
        JsonObject tree = read("""
                {"text": "a", "whole": 9223372036854775807, "large": 9223372036854775808, "broken": 0.25,
                 "list": [true, false, null, []]}""");

        assertThat(tree.get("text")).isEqualTo("a");
        assertThat(tree.get("whole")).isEqualTo(Long.MAX_VALUE);
        assertThat(tree.get("large")).isEqualTo(9223372036854775808.0);
        assertThat(tree.get("broken")).isEqualTo(0.25);
        assertThat(tree.get("list")).isEqualTo(Arrays.asList(true, false, null, List.of()));
        assertThat(tree.get("nothing")).isNull();
    }

    @Test
    void findsEveryNameOfALargeObject() {
        String members = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"n%d\":%d".formatted(i, i))
                .collect(Collectors.joining(","));

        JsonObject tree = read("{" + members + "}");

        assertThat(IntStream.range(0, 1_000)).allMatch(i -> Long.valueOf(i).equals(tree.get("n" + i)));
        assertThat(tree.get("n1000")).isNull();
    }

    @Test
    void refusesANameThatComesTwice() {
        assertThatExceptionOfType(UnreadableAnswerException.class).isThrownBy(() -> read("{\"a\":1,\"a\":1}"));
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{\"a\":" + "[".repeat(100_000)));
    }

    @Test
    void writesListsAsParametersWantThem() {
        assertThat(JsonTree.write(List.of("eci-1", "eci-\"2\""))).isEqualTo("[\"eci-1\",\"eci-\\\"2\\\"\"]");
    }

    private static JsonObject read(String json) {
        return (JsonObject) Objects.requireNonNull(JsonTree.read(json.getBytes(UTF_8)));
    }
}
