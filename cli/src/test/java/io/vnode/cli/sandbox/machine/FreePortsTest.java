package io.vnode.cli.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void neverGivesAPortTwice() {
        FreePorts ports = new FreePorts(new Random(1));

        assertThat(IntStream.range(0, 50).map(_ -> ports.next()).distinct().count())
                .isEqualTo(50);
    }

    @Test
    void seesThatAPortOfLoopbackIsTaken() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isFree(server.getLocalPort())).isFalse();
        }
    }

    @Test
    void seesThatAPortOfAllAddressesIsTaken() throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            assertThat(FreePorts.isFree(server.getLocalPort())).isFalse();
        }
    }
}
