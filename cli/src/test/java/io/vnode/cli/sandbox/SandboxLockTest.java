package io.vnode.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.cli.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxLockTest {

    @TempDir
    private Path folder;

    @Test
    void letsOnlyOneIn() throws IOException, InterruptedException {
        SandboxFiles files = files();
        try (SandboxLock _ = SandboxLock.take(files, Duration.ofSeconds(1), () -> {})) {
            assertThatThrownBy(() -> SandboxLock.take(files, Duration.ofMillis(50), () -> {}))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("VN2008");
        }
    }

    @Test
    void letsTheNextOneInAndLeavesNoFile() throws IOException, InterruptedException {
        SandboxFiles files = files();
        SandboxLock.take(files, Duration.ofSeconds(1), () -> {}).close();

        SandboxLock.take(files, Duration.ofSeconds(1), () -> {}).close();

        assertThat(files.lock()).doesNotExist();
        assertThat(folder.resolve("state/sandbox")).doesNotExist();
    }

    private SandboxFiles files() {
        return new SandboxFolders(folder.resolve("state/sandbox"), folder.resolve("config/profiles"))
                .files(SandboxName.DEFAULT);
    }
}
