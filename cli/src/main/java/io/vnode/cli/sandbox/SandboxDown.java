package io.vnode.cli.sandbox;

import io.vnode.cli.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** Takes a sandbox away: no process, port or file of it is left. */
public final class SandboxDown {

    private static final Duration LOCK = Duration.ofMinutes(2);

    private final SandboxFolders folders;
    private final Progress progress;

    public SandboxDown(SandboxFolders folders, Progress progress) {
        this.folders = folders;
        this.progress = progress;
    }

    /** What there was to do. */
    public enum Outcome {
        /** It was there and is gone. */
        REMOVED,
        /** There was none. */
        ABSENT
    }

    /** Removes one sandbox. */
    public Outcome run(SandboxName name) throws IOException, InterruptedException {
        SandboxFiles files = folders.files(name);
        if (absent(files)) {
            return Outcome.ABSENT;
        }
        try (SandboxLock _ = SandboxLock.take(
                files,
                LOCK,
                () -> progress.note("waiting for another vnode that starts or stops " + "sandbox '" + name + "'"))) {
            progress.begin("stop sandbox '" + name + "'");
            new SandboxRemoval(files).run();
            progress.end("gone");
        }
        return Outcome.REMOVED;
    }

    private static boolean absent(SandboxFiles files) {
        return SandboxStatus.of(files).state().equals(new SandboxState.Absent().word())
                && !Files.exists(files.profile());
    }
}
