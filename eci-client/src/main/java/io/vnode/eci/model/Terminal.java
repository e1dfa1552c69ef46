package io.vnode.eci.model;

/**
 * How a container's standard input is connected.
 *
 * @param stdin whether it has one
 * @param stdinOnce whether it ends with the first client that attaches
 * @param tty whether it is a terminal
 */
public record Terminal(boolean stdin, boolean stdinOnce, boolean tty) {

    /** No input. */
    public static final Terminal NONE = new Terminal(false, false, false);
}
