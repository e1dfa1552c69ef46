package io.vnode.e2e.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command under way, its output kept in files so that nothing it writes can block it. */
public final class RunningCommand {

    private final List<String> line;
    private final Process process;
    private final Path out;
    private final Path err;

    private RunningCommand(List<String> line, Process process, Path out, Path err) {
        this.line = line;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command in an environment that replaces or adds the given variables. */
    static RunningCommand start(Path scratch, Map<String, String> environment, List<String> line) {
        try {
            Path out = Files.createTempFile(scratch, "out-", ".txt");
            Path err = Files.createTempFile(scratch, "err-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(scratch.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            return new RunningCommand(line, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + line, e);
        }
    }

    /** What it has written to standard error so far. */
    public String errSoFar() {
        return read(err);
    }

    /** Whether it still runs. */
    public boolean running() {
        return process.isAlive();
    }

    /** Ends it as {@code kill -9} does, so that it gets no chance to tidy up, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Waits for its end.
     *
     * @throws AssertionError if it does not end in time; it is killed then
     */
    public CommandResult await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw new AssertionError("did not end within " + limit + ": " + result());
        }
        return result();
    }

    private CommandResult result() {
        return new CommandResult(String.join(" ", line), process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
