package io.vnode.cli.sandbox;

import java.nio.file.Path;

/**
 * The files of one sandbox.
 *
 * @param folder holds everything but the profile and the lock; nobody else may look into it
 * @param profile the settings with which the other commands use the sandbox
 * @param lock exists while someone starts or stops the sandbox
 */
public record SandboxFiles(SandboxName name, Path folder, Path profile, Path lock) {

    /** The view of the sandbox's own processes, who need its folder only. */
    static SandboxFiles in(Path folder, SandboxName name) {
        return new SandboxFiles(name, folder, folder.resolve("unused"), folder.resolve("unused"));
    }

    /** What {@code up} decided. */
    Path plan() {
        return folder.resolve("sandbox.json");
    }

    /** What the supervisor last said. */
    Path report() {
        return folder.resolve("state.json");
    }

    /** For {@code kubectl} and {@code vnode}. */
    public Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** The access key that the emulator accepts. */
    Path credentials() {
        return folder.resolve("credentials.yaml");
    }

    Path emulatorConfig() {
        return folder.resolve("emulator.json");
    }

    /** What the emulator remembers; it makes the folder itself. */
    Path emulatorState() {
        return folder.resolve("emulator");
    }

    Path pki() {
        return folder.resolve("pki");
    }

    Path pods() {
        return folder.resolve("pods");
    }

    /** One file for each process. */
    public Path logs() {
        return folder.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }
}
