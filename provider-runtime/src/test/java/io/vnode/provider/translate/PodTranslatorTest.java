package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each folder below {@code cases/pod-to-container-group} is a case: a pod, the objects it refers to, and what becomes of it.
 * {@code -Dgolden.update} writes the outcome anew, to be reviewed as a diff.
 */
class PodTranslatorTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<PodCase> cases() throws IOException {
        return PodCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysThePodInTheWordsOfEci(PodCase one) throws IOException {
        String outcome = render(one.translated());

        if (System.getProperty("golden.update") != null) {
            Files.writeString(one.golden(), outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(one.golden()));
    }

    private static String render(Translation translation) {
        Object outcome =
                switch (translation) {
                    case Translation.Ready ready -> ready;
                    case Translation.Waiting waiting -> waiting;
                    case Translation.Refused refused -> refused;
                };
        JsonNode tree = JSON.valueToTree(outcome);
        dropWhatSaysNothing(tree);
        return JSON.writeValueAsString(tree) + "\n";
    }

    /** So that a new wish that a request can have does not change the cases that have no such wish. */
    private static void dropWhatSaysNothing(JsonNode tree) {
        tree.forEach(PodTranslatorTest::dropWhatSaysNothing);
        if (tree instanceof ObjectNode object) {
            object.removeIf(value -> value.isNull()
                    || (value.isBoolean() && !value.booleanValue())
                    || (value.isContainer() && value.isEmpty()));
        }
    }
}
