package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCopyTest {

    private static final String LOG = "/containerLogs/kube-system/virtual-node-eci-0/provider";

    @TempDir
    private Path folder;

    @Test
    void copiesAll() throws IOException, InterruptedException {
        assertThat(copy("one\ntwo\n", "", () -> false)).isEqualTo("one\ntwo\n");
    }

    @Test
    void copiesTheLastLines() throws IOException, InterruptedException {
        assertThat(copy("one\ntwo\nthree\n", "?tailLines=2", () -> false)).isEqualTo("two\nthree\n");
        assertThat(copy("one\ntwo\nthree", "?tailLines=1", () -> false)).isEqualTo("three");
        assertThat(copy("one\n", "?tailLines=5", () -> false)).isEqualTo("one\n");
        assertThat(copy("one\n", "?tailLines=0", () -> false)).isEmpty();
    }

    @Test
    void copiesTheLastLinesOfALogThatIsLongerThanABlock() throws IOException, InterruptedException {
        String longLine = "x".repeat(20_000);

        assertThat(copy("one\n" + longLine + "\nthree\n", "?tailLines=2", () -> false))
                .isEqualTo(longLine + "\nthree\n");
    }

    @Test
    void followsUntilNobodyWritesAnyMore() throws IOException, InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier growsTwice = () -> {
            int times = asked.incrementAndGet();
            append("line " + times + "\n");
            return times <= 2;
        };

        assertThat(copy("start\n", "?follow=true", growsTwice)).isEqualTo("start\nline 1\nline 2\nline 3\n");
    }

    private String copy(String content, String options, BooleanSupplier growing)
            throws IOException, InterruptedException {
        Path log = Files.writeString(folder.resolve("log"), content);
        LogRequest request = Objects.requireNonNull(LogRequest.parse(URI.create(LOG + options)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogCopy(log, request, growing).to(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void append(String line) {
        try {
            Files.writeString(folder.resolve("log"), line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
