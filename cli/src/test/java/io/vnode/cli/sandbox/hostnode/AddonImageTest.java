package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddonImageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vnode/runtime",
                "vnode/runtime:0.1.0",
                "registry.example.com:5000/mirror/vnode/runtime:0.1.0",
                "vnode/runtime@sha256:0123"
            })
    void isOursFromAnyRegistryInAnyVersion(String image) {
        assertThat(AddonImage.matches(image)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "vnode/runtime-debug:1", "evilvnode/runtime:1", "vnode/runtime/x"})
    void isNotOursUnderAnyOtherName(String image) {
        assertThat(AddonImage.matches(image)).isFalse();
    }
}
