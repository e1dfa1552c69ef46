package io.vnode.e2e.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A provider as a process of its own, started from its jar with the options of the JVM that its image has. */
public final class Provider implements AutoCloseable {

    private final LocalProcess process;

    private Provider(LocalProcess process) {
        this.process = process;
    }

    static Provider start(Map<String, String> environment, Path log) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        line.addAll(ImageOptions.ofJvm());
        line.addAll(List.of("-cp", classPath(), "io.vnode.provider.ProviderMain", "node"));
        return new Provider(LocalProcess.start(line, environment, log));
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** Asks it to end, as Kubernetes does with SIGTERM, and gives the exit code. */
    public int stop(Duration limit) throws InterruptedException {
        process.terminate();
        return process.awaitEnd(limit);
    }

    /** The process itself. */
    public LocalProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }

    /** The build leaves the jar's libraries in a folder beside it; an installation has them all in one. */
    private static String classPath() {
        Path jar = Path.of(Objects.requireNonNull(System.getProperty("vnode.provider.jar"), "vnode.provider.jar"));
        return jar + ":" + jar.resolveSibling("lib") + "/*";
    }
}
