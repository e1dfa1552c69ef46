package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmulatorMainTest {

    private static final String CONFIG = """
            {"port": %d, "accessKeys": [{"id": "a", "secret": "b"}], "securityGroups": ["sg-1"],
             "vSwitches": [{"id": "vsw-1", "zoneId": "z", "cidr": "10.0.0.0/16"}]}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void saysOnOneLineWhereItListensAndStopsWhenInterrupted() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), CONFIG.formatted(0));
        PipedOutputStream out = new PipedOutputStream();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
        Thread running = Thread.ofVirtual().start(() -> run(out, "--config", config.toString()));

        String line = lines.readLine();
        URI endpoint = URI.create(line.substring(line.indexOf("http")));
        assertThat(line).matches("eci-emulator listening on http://127\\.0\\.0\\.1:\\d+");
        assertThat(accepts(endpoint)).isTrue();

        running.interrupt();
        assertThat(running.join(Duration.ofSeconds(30))).isTrue();
        assertThat(accepts(endpoint)).isFalse();
    }

    @Test
    void leavesWithTwoForABadConfiguration() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), CONFIG.formatted(70_000));

        assertThat(run(new ByteArrayOutputStream(), "--config", config.toString()))
                .isEqualTo(2);
        assertThat(errors()).startsWith("eci-emulator: " + config + ": port is '70000'; it must be from 0");
    }

    @Test
    void leavesWithTwoForAConfigurationThatIsNotThere() {
        Path config = folder.resolve("none.json");

        assertThat(run(new ByteArrayOutputStream(), "--config", config.toString()))
                .isEqualTo(2);
        assertThat(errors()).isEqualTo("eci-emulator: " + config + " does not exist\n");
    }

    @Test
    void leavesWithTwoForArgumentsItDoesNotKnow() {
        assertThat(run(new ByteArrayOutputStream(), "--port", "80")).isEqualTo(2);
        assertThat(errors()).contains("--config FILE.json");
    }

    @Test
    void leavesWithOneWhenThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path config = Files.writeString(folder.resolve("config.json"), CONFIG.formatted(other.getLocalPort()));

            assertThat(run(new ByteArrayOutputStream(), "--config", config.toString()))
                    .isEqualTo(1);
            assertThat(errors()).contains("cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    private int run(java.io.OutputStream out, String... args) {
        try {
            return EmulatorMain.run(
                    args,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
        } catch (InterruptedException _) {
            return -1;
        }
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static boolean accepts(URI endpoint) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
