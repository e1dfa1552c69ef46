package io.vnode.cli.sandbox;

import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.sandbox.process.SandboxProcess;
import io.vnode.cli.sandbox.process.SandboxProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** Ends all processes of a sandbox, whatever state it is in, and removes its files. */
final class SandboxRemoval {

    /** The supervisor ends the addon's pods gracefully and then its own programs. */
    private static final Duration SUPERVISOR = Duration.ofSeconds(45);

    private static final Duration ORPHANS = Duration.ofSeconds(5);
    private static final Predicate<SandboxProcess> IS_SUPERVISOR =
            process -> process.name().equals(SandboxSupervisor.PROCESS_NAME);

    private final SandboxFiles files;
    private final SandboxProcesses processes;

    SandboxRemoval(SandboxFiles files) {
        this.files = files;
        this.processes = new SandboxProcesses(files.folder());
    }

    /** Ends everything in order, gracefully where somebody is left to see to it. */
    void run() throws IOException, InterruptedException {
        processes.end(IS_SUPERVISOR, SUPERVISOR);
        processes.end(_ -> true, ORPHANS);
        removeFiles();
    }

    /** Ends everything by force. */
    void runAtOnce() throws IOException, InterruptedException {
        processes.kill(IS_SUPERVISOR); // first, for it would start the others again
        processes.kill(_ -> true);
        removeFiles();
    }

    private void removeFiles() throws IOException {
        List<SandboxProcess> left = processes.running();
        if (!left.isEmpty()) {
            throw new ProblemException(SandboxProblems.leftovers(files.name(), sentences(left)));
        }
        Files.deleteIfExists(files.profile());
        PrivateFiles.deleteTree(files.folder());
        Path profiles = Objects.requireNonNull(files.profile().getParent());
        PrivateFiles.deleteIfEmpty(profiles);
        PrivateFiles.deleteIfEmpty(Objects.requireNonNull(profiles.getParent()));
    }

    private static List<String> sentences(List<SandboxProcess> left) {
        List<String> sentences = new ArrayList<>();
        left.forEach(
                process -> sentences.add("process %d (%s) is still there".formatted(process.pid(), process.name())));
        return sentences;
    }
}
