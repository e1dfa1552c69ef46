package io.vnode.cli.problem;

/** The numbers with which {@code vnode} ends; the same for every command and every output format. */
public enum ExitCode {
    /** Done, or nothing to do. */
    DONE(0),
    /** Failed in a way that has no number of its own. */
    FAILED(1),
    /** The command line, a settings file or the environment cannot be understood. */
    USAGE(2),
    /** A check found failures; nothing was changed. */
    CHECK_FAILED(3),
    /** Differences or findings are present. */
    FINDINGS(4),
    /** Timed out; safe to run again. */
    TIMED_OUT(5),
    /** Partly done; running it again continues. */
    PARTLY_DONE(6),
    /** Refused by a safety rule. */
    REFUSED(7),
    /** Kubernetes cannot be reached, does not know us, or forbids it. */
    KUBERNETES(8),
    /** The cloud cannot be reached, forbids it, or its answer proves nothing. */
    CLOUD(9),
    /** Failed and brought back to the state before. */
    ROLLED_BACK(10),
    /** Interrupted at the terminal. */
    INTERRUPTED(130),
    /** Ended by a signal. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell sees. */
    public int number() {
        return number;
    }
}
