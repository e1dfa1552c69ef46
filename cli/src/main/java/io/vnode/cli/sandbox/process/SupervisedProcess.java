package io.vnode.cli.sandbox.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One program that is kept running.
 *
 * <p>Until {@link #keepRunning} its death is reported to those who wait for it. From then on it is started again, each
 * time after a longer pause; a program that has run for a while starts with a short pause again.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);
    private static final int TAIL = 12;

    private final Program program;
    private final Duration patience;
    private final Thread keeper;
    private volatile Process process;
    private volatile boolean stopping;
    private volatile Consumer<ProcessDeath> onDeath = _ -> {};

    private SupervisedProcess(Program program, Duration patience, Process process) {
        this.program = program;
        this.patience = patience;
        this.process = process;
        this.keeper = Thread.ofVirtual().name("keeper-of-" + program.name()).unstarted(this::keep);
    }

    /**
     * Starts the program.
     *
     * @param patience how long it may take to end after it was asked to
     * @throws ProcessDiedException when it cannot be started
     */
    public static SupervisedProcess start(Program program, Duration patience) throws ProcessDiedException {
        return new SupervisedProcess(program, patience, launch(program));
    }

    /** From now on the program is started again when it ends. */
    public void keepRunning(Consumer<ProcessDeath> onDeath) {
        this.onDeath = onDeath;
        keeper.start();
    }

    /** What it is called. */
    public String name() {
        return program.name();
    }

    /** Null while the program lives. */
    public @Nullable ProcessDeath death() {
        return process.isAlive() ? null : deathOf(process.exitValue());
    }

    /** Fails when the program has ended; for those who wait for something that only it can bring about. */
    public void requireAlive() throws ProcessDiedException {
        ProcessDeath death = death();
        if (death != null) {
            throw new ProcessDiedException(death);
        }
    }

    /** Asks the program to end, waits, and ends it by force when it takes too long. */
    @Override
    public void close() {
        stopping = true;
        keeper.interrupt();
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                long started = System.nanoTime();
                int exitCode = process.waitFor();
                if (stopping) {
                    return;
                }
                boolean ranWell = System.nanoTime() - started > GOOD_RUN.toNanos();
                pause = ranWell ? FIRST_PAUSE : pause;
                onDeath.accept(deathOf(exitCode));
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                startAgain();
            }
        } catch (InterruptedException _) {
            // being closed
        }
    }

    private synchronized void startAgain() {
        if (stopping) {
            return;
        }
        try {
            process = launch(program);
        } catch (ProcessDiedException e) {
            onDeath.accept(e.death());
        }
        if (stopping) {
            process.destroyForcibly(); // closed while it was being started
        }
    }

    private static Process launch(Program program) throws ProcessDiedException {
        ProcessBuilder builder = new ProcessBuilder(program.commandLine())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(program.log().toFile()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new ProcessDiedException(
                    new ProcessDeath(program.name(), 127, program.log(), java.util.List.of(why)));
        }
    }

    private ProcessDeath deathOf(int exitCode) {
        return new ProcessDeath(program.name(), exitCode, program.log(), LogTail.of(program.log(), TAIL));
    }
}
