package io.vnode.cli.sandbox.process;

/** A program that others wait for ended, or could not be started at all. */
public final class ProcessDiedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient ProcessDeath death;

    public ProcessDiedException(ProcessDeath death) {
        super("%s ended with exit code %d".formatted(death.program(), death.exitCode()));
        this.death = death;
    }

    /** What is known about it. */
    public ProcessDeath death() {
        return death;
    }
}
