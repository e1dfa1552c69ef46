package io.vnode.eci.sdk;

import io.vnode.eci.credentials.Credentials;
import io.vnode.emulator.EmulatorMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An emulator as a process of its own, so that its memory and its processor time can be told from the benchmark's. */
final class EmulatorProcess implements AutoCloseable {

    private static final String CONFIG = """
            {
              "accessKeys": [{"id": "%s", "secret": "%s"}],
              "vSwitches": [{"id": "vsw-bench", "zoneId": "cn-hangzhou-h", "cidr": "10.0.0.0/16"}],
              "securityGroups": ["sg-bench"]
            }
            """;

    private final Process process;
    private final Path config;
    private final String endpoint;

    private EmulatorProcess(Process process, Path config, String endpoint) {
        this.process = process;
        this.config = config;
        this.endpoint = endpoint;
    }

    static EmulatorProcess start(Credentials key) throws IOException {
        Path config = Files.createTempFile("eci-emulator", ".json");
        Files.writeString(config, CONFIG.formatted(key.accessKeyId(), key.accessKeySecret()));
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx136m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseStringDeduplication",
                        "-XX:ReservedCodeCacheSize=48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorMain.class.getName(),
                        "--config",
                        config.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the emulator did not start");
        }
        return new EmulatorProcess(process, config, line.substring(line.indexOf("http://")));
    }

    String endpoint() {
        return endpoint;
    }

    double residentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid())))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("this system does not tell how much memory a process has");
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(config);
    }
}
