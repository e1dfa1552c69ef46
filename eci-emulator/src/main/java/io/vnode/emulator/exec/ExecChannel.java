package io.vnode.emulator.exec;

/** What the first byte of a message says about the rest. The whole framing is described in {@code docs/emulator.md}. */
final class ExecChannel {

    /** To the command: input; without any bytes, its end. */
    static final byte INPUT = 0;

    /** From the command: output. */
    static final byte OUTPUT = 1;

    /** From the command: output for errors. */
    static final byte ERROR = 2;

    /** From the command: how it ended, as JSON; the last message. */
    static final byte STATUS = 3;

    /** To the command: the size of the terminal, as JSON. */
    static final byte SIZE = 4;

    private ExecChannel() {}
}
