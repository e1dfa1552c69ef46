package io.vnode.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An emulator in a process of its own, which can be killed. */
final class ChildEmulator implements AutoCloseable {

    private final Process process;
    private final URI endpoint;

    private ChildEmulator(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static ChildEmulator start(Path config, Path state) throws IOException {
        return start(List.of(), config, state);
    }

    /** Files of this one cannot grow beyond a limit, as on a full disk. */
    static ChildEmulator startWithFileLimit(int kibibytes, Path config, Path state) throws IOException {
        return start(List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kibibytes), "bash"), config, state);
    }

    private static ChildEmulator start(List<String> before, Path config, Path state) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-Xmx128m", "-cp", System.getProperty("java.class.path")));
        command.add(EmulatorMain.class.getName());
        command.addAll(List.of("--config", config.toString(), "--state", state.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("the emulator ended before it listened");
        }
        return new ChildEmulator(process, URI.create(line.substring(line.indexOf("http"))));
    }

    URI endpoint() {
        return endpoint;
    }

    /** As {@code kill -9} does it: nothing of the process runs any more. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
