package io.vnode.emulator.exec;

/** Where a shell writes. */
@FunctionalInterface
interface Output {

    /** The usual output. */
    int OUT = 1;

    /** The output for errors. */
    int ERROR = 2;

    /** Takes some bytes for {@link #OUT} or {@link #ERROR}. */
    void write(int descriptor, byte[] bytes);
}
