package io.vnode.cli.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.1.1", "0.0.0.0", "224.0.0.1", "fd00::2"})
    void refusesWhatKubernetesRefusesAsAnEndpoint(String address) throws UnknownHostException {
        assertThat(MachineAddress.usable(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.1.4", "192.0.2.2"})
    void takesAnyOtherAddress(String address) throws UnknownHostException {
        assertThat(MachineAddress.usable(InetAddress.getByName(address))).isTrue();
    }
}
