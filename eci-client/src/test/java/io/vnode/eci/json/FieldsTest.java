package io.vnode.eci.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"a\":\"cut off",
                "{\"a\":\"cut off in an escape \\u00",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1} trailing",
                "{\"a\":1,\"a\":2}",
                "<html>502 Bad Gateway</html>"
            })
    void refuseWhatIsNotOneWholeJsonObject(String body) {
        assertThatThrownBy(() -> fields(body)).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void refuseNestingWithoutEnd() {
        assertThatThrownBy(() -> fields("{\"a\":".repeat(100_000))).isInstanceOf(UnreadableAnswerException.class);
    }

    @Test
    void doNotQuoteAnAnswerThatTheyCannotRead() {
        assertThatThrownBy(() -> fields("{\"Content\":\"s3cret\" s3cret"))
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void decodeEscapes() {
        assertThat(fields("{\"Content\":\"\\u003cli\\u003e \\ud83d\\ude00 \\t\\\"x\\\" 世界\"}")
                        .text("Content"))
                .isEqualTo("<li> 😀 \t\"x\" 世界");
    }

    @Test
    void takeAnEmptyTextForAnAbsentOne() {
        Fields fields = fields("{\"FinishTime\":\"\",\"Reason\":null}");

        assertThat(fields.time("FinishTime")).isNull();
        assertThat(fields.optionalText("Reason")).isNull();
        assertThat(fields.optionalText("Message")).isNull();
        assertThatThrownBy(() -> fields.text("FinishTime")).hasMessage("the answer lacks FinishTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-08-02T15:00:00Z", "2018-08-02T15:00Z", "2018-08-02T23:00:00+08:00"})
    void readTimes(String time) {
        assertThat(fields("{\"T\":\"" + time + "\"}").time("T")).isEqualTo(Instant.parse("2018-08-02T15:00:00Z"));
    }

    @Test
    void refuseFieldsOfAnotherTypeNamingThemByTheirPath() {
        Fields fields = fields("""
                {"n": "1", "i": 1.5, "big": 99999999999, "huge": 1e999, "f": "true", "t": 7, "o": [], "l": {}, "s": [1],
                 "x": [{"y": 1}, 2], "when": "yesterday"}""");

        assertUnreadable(fields, f -> f.number("n"), "n in the answer is not a number");
        assertUnreadable(fields, f -> f.number("huge"), "huge in the answer is not a number");
        assertUnreadable(fields, f -> f.integer("i"), "i in the answer is not a whole number");
        assertUnreadable(fields, f -> f.integer("big"), "big in the answer is not a whole number");
        assertUnreadable(fields, f -> f.flag("f"), "f in the answer is not true or false");
        assertUnreadable(fields, f -> f.optionalText("t"), "t in the answer is not a text");
        assertUnreadable(fields, f -> f.object("o"), "o in the answer is not an object");
        assertUnreadable(fields, f -> f.list("l", item -> item), "l in the answer is not a list");
        assertUnreadable(fields, f -> f.texts("s"), "s[0] in the answer is not a text");
        assertUnreadable(fields, f -> f.list("x", item -> item), "x[1] in the answer is not an object");
        assertUnreadable(fields, f -> f.list("x", item -> item.text("z")), "the answer lacks x[0].z");
        assertUnreadable(fields, f -> f.requiredList("none", item -> item), "the answer lacks none");
        assertUnreadable(fields, f -> f.time("when"), "when in the answer is not a time such as 2018-08-02T15:00:00Z");
    }

    private static void assertUnreadable(Fields fields, Function<Fields, Object> reading, String message) {
        assertThatThrownBy(() -> reading.apply(fields))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessage(message);
    }

    private static Fields fields(String json) {
        return Fields.of(json.getBytes(UTF_8));
    }
}
