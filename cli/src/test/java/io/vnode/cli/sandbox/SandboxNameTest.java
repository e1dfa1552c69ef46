package io.vnode.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxNameTest {

    @Test
    void givesTheDefaultSandboxTheShortNames() {
        assertThat(SandboxName.DEFAULT.context()).isEqualTo("vnode-sandbox");
        assertThat(SandboxName.DEFAULT.profile()).isEqualTo("sandbox");
        assertThat(SandboxName.DEFAULT.hostNode()).isEqualTo("sandbox-host");
    }

    @Test
    void putsTheNameOfAnyOtherIntoItsNames() {
        SandboxName blue = new SandboxName("blue");

        assertThat(blue.context()).isEqualTo("vnode-sandbox-blue");
        assertThat(blue.profile()).isEqualTo("sandbox-blue");
        assertThat(blue.hostNode()).isEqualTo("sandbox-blue-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "Blue", "-x", "x-", ".hidden"})
    void refusesWhatCannotBePartOfAFileOrNodeName(String name) {
        assertThatThrownBy(() -> new SandboxName(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
