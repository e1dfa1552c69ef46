package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @Test
    void countsAddressesAcrossBytes() {
        Cidr cidr = Cidr.parse("192.168.16.0/20");

        assertThat(cidr.size()).isEqualTo(4096);
        assertThat(cidr.address(0)).isEqualTo("192.168.16.0");
        assertThat(cidr.address(4095)).isEqualTo("192.168.31.255");
        assertThat(cidr).hasToString("192.168.16.0/20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/8", "10.0.0.0/30", "10.0.0.1/24", "10.0.0.256/24", "::/64", "10.0.0.0/x"})
    void refusesWhatIsNoVSwitchRange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text));
    }
}
