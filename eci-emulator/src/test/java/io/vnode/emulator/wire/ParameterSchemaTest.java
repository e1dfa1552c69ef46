package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSchemaTest {

    private static final ParameterSchema SCHEMA = ParameterSchema.builder()
            .required("Name", ParameterType.text())
            .optional("Cpu", ParameterType.decimal())
            .optional("Limit", ParameterType.integer(1, 20))
            .optional("Force", ParameterType.flag())
            .optional("Since", ParameterType.time())
            .optional("Search.N", ParameterType.text())
            .limit("Container", 2)
            .required("Container.N.Image", ParameterType.text())
            .limit("Container.N.Port", 3)
            .required("Container.N.Port.N.Port", ParameterType.integer(1, 65_535))
            .optional("Container.N.Port.N.Protocol", ParameterType.oneOf("TCP", "UDP"))
            .secret("Password", ParameterType.text())
            .optional("Content", ParameterType.base64(3))
            .build();

    @Test
    void acceptsWhatItKnows() {
        Map<String, String> parameters = Map.of(
                "Name",
                "a",
                "RegionId",
                "r",
                "Search.1",
                "x",
                "Search.2",
                "y",
                "Container.1.Image",
                "i",
                "Container.1.Port.1.Port",
                "80",
                "Container.2.Image",
                "j");

        assertThatCode(() -> SCHEMA.check(new TreeMap<>(parameters))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Colour, red, is unknown",
        "cpu, 1, did you mean Cpu?",
        "Container.1.image, i, did you mean Container.N.Image?",
        "Container.0.Image, i, is unknown",
        "Container.01.Image, i, is unknown",
        "Container.Image, i, is unknown",
        "Container.1, i, is unknown",
        "Cpu, a lot, must be a number",
        "Cpu, -1, must not be negative",
        "Limit, 21, from 1 to 20",
        "Limit, 1.5, must be a whole number",
        "Force, yes, 'must be one of true, false'",
        "Since, yesterday, must be a UTC time",
        "Container.1.Port.1.Protocol, SCTP, 'must be one of TCP, UDP'",
        "Search.2, x, leaves a gap",
        "Content, #, must be Base64",
        "Content, AAAAAAAA, at most 3 are allowed",
    })
    void refusesWhatDoesNotFitByName(String name, String value, String objection) {
        ApiException refusal = refusal(Map.of("Name", "a", "Container.1.Image", "i", name, value));

        assertThat(refusal.code()).isEqualTo("InvalidParameter");
        assertThat(refusal).hasMessageContaining("\"%s\"".formatted(name)).hasMessageContaining(objection);
    }

    @ParameterizedTest
    @CsvSource({"Container.3.Image, i, Container.3, 2", "Container.1.Port.4.Port, 1, Container.1.Port.4, 3"})
    void refusesMoreListElementsThanAllowed(String name, String value, String element, int limit) {
        ApiException refusal = refusal(Map.of("Name", "a", "Container.1.Image", "i", name, value));

        assertThat(refusal)
                .hasMessageContaining("\"%s\" is one too many; at most %d are allowed".formatted(element, limit));
    }

    @Test
    void namesAParameterThatIsMissing() {
        ApiException refusal = refusal(Map.of("Cpu", "1"));

        assertThat(refusal.code()).isEqualTo("MissingParameter");
        assertThat(refusal).hasMessageContaining("\"Name\"");
    }

    @Test
    void countsAnEmptyValueAsMissing() {
        assertThat(refusal(Map.of("Name", "")).code()).isEqualTo("MissingParameter");
    }

    @Test
    void namesAMemberThatIsMissingInAListElement() {
        ApiException refusal = refusal(Map.of(
                "Name", "a", "Container.1.Image", "i", "Container.2.Image", "i", "Container.2.Port.1.Protocol", "TCP"));

        assertThat(refusal.code()).isEqualTo("MissingParameter");
        assertThat(refusal).hasMessageContaining("\"Container.2.Port.1.Port\"");
    }

    @Test
    void doesNotQuoteContentsThatMayBeSecret() {
        assertThat(refusal(Map.of("Name", "a", "Content", "#secret"))).hasMessageNotContaining("secret");
    }

    @Test
    void readsListsAndTheirElementsByName() {
        Parameters parameters = new Parameters(new TreeMap<>(Map.of(
                "Container.1.Image", "first",
                "Container.2.Image", "second",
                "Container.2.Port.1.Port", "80",
                "Search.1", "x",
                "Search.2", "")));

        List<Parameters> containers = parameters.elements("Container");

        assertThat(containers).extracting(container -> container.text("Image")).containsExactly("first", "second");
        assertThat(containers.get(1).elements("Port").getFirst().integer("Port"))
                .isEqualTo(80L);
        assertThat(containers.get(1).wireName("Image")).isEqualTo("Container.2.Image");
        assertThat(parameters.texts("Search")).containsExactly("x", "");
    }

    private static ApiException refusal(Map<String, String> parameters) {
        return catchThrowableOfType(ApiException.class, () -> SCHEMA.check(new TreeMap<>(parameters)));
    }
}
