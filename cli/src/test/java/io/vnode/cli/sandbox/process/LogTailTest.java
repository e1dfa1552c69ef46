package io.vnode.cli.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheLastLinesWithoutEmptyOnes() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "one\ntwo\n\nthree\n");

        assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
    }

    @Test
    void cutsLinesThatNobodyReads() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), "x".repeat(10_000));

        assertThat(LogTail.of(log, 5))
                .singleElement()
                .asString()
                .hasSizeLessThan(500)
                .endsWith("…");
    }

    @Test
    void givesNothingOfALogThatIsNotThere() {
        assertThat(LogTail.of(folder.resolve("none"), 5)).isEmpty();
    }
}
