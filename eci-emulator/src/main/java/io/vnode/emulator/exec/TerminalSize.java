package io.vnode.emulator.exec;

/** Columns and lines of a person's terminal. */
record TerminalSize(int width, int height) {

    /** What is assumed until the other side has said something else. */
    static final TerminalSize USUAL = new TerminalSize(80, 24);
}
