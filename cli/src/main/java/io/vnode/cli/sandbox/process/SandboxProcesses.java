package io.vnode.cli.sandbox.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes that belong to the sandbox in one folder, whoever started them and whether or not that one still lives. */
public final class SandboxProcesses {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Path folder;

    public SandboxProcesses(Path folder) {
        this.folder = folder;
    }

    /** Those that run now, ordered by name. */
    public List<SandboxProcess> running() {
        return ProcessHandle.allProcesses()
                .map(this::mine)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(SandboxProcess::name).thenComparing(SandboxProcess::pid))
                .toList();
    }

    /** Asks those that match to end, and ends them by force when they have not done so in time. */
    public void end(Predicate<SandboxProcess> which, Duration patience) throws InterruptedException {
        matching(which).forEach(process -> process.handle().destroy());
        if (awaitNone(which, patience)) {
            return;
        }
        matching(which).forEach(process -> process.handle().destroyForcibly());
        awaitNone(which, Duration.ofSeconds(5));
    }

    /** Ends those that match by force. */
    public void kill(Predicate<SandboxProcess> which) throws InterruptedException {
        matching(which).forEach(process -> process.handle().destroyForcibly());
        awaitNone(which, Duration.ofSeconds(5));
    }

    /** Waits until none that matches is left; false when the time is over. */
    public boolean awaitNone(Predicate<SandboxProcess> which, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!matching(which).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private List<SandboxProcess> matching(Predicate<SandboxProcess> which) {
        return running().stream().filter(which).toList();
    }

    private Optional<SandboxProcess> mine(ProcessHandle handle) {
        if (handle.pid() == ProcessHandle.current().pid()) {
            return Optional.empty();
        }
        String name = ProcessMark.nameOf(commandLine(handle), folder);
        return Optional.ofNullable(name).map(it -> new SandboxProcess(it, handle));
    }

    private static List<String> commandLine(ProcessHandle handle) {
        List<String> all = fromProc(handle.pid());
        if (all != null) {
            return all;
        }
        ProcessHandle.Info info = handle.info();
        return Stream.concat(info.command().stream(), Stream.of(info.arguments().orElse(new String[0])))
                .toList();
    }

    /** The handle's own answer leaves the arguments out when they are long, as those of kube-apiserver are. */
    private static @Nullable List<String> fromProc(long pid) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return Stream.of(new String(raw, StandardCharsets.UTF_8).split("\0", -1))
                    .toList();
        } catch (IOException _) {
            return null;
        }
    }
}
