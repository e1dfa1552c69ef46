package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterNameTest {

    @ParameterizedTest
    @CsvSource({
        "Name, Name",
        "Container.1.Port.12.Protocol, Container.N.Port.N.Protocol",
        "Container.1, Container.N",
        "Container.0.Name, Container.0.Name",
        "Container.01.Name, Container.01.Name",
        "Container.1234567.Name, Container.1234567.Name",
        "Container.1a.Name, Container.1a.Name",
        "1.Name, 1.Name",
        "Container..Name, Container..Name",
        "Container., Container.",
        "'', ''",
    })
    void putsNForEachIndex(String name, String pattern) {
        assertThat(ParameterName.of(name).pattern()).isEqualTo(pattern);
    }

    @Test
    void knowsTheListElementsOnTheWay() {
        assertThat(ParameterName.of("Container.1.Port.12.Protocol").elements())
                .containsExactly(
                        new ParameterName.Element("Container", "Container", 1),
                        new ParameterName.Element("Container.1.Port", "Container.N.Port", 12));
    }
}
