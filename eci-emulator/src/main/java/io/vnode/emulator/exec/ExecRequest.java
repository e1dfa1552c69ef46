package io.vnode.emulator.exec;

import java.util.List;

/**
 * A command that a caller may run.
 *
 * @param containerGroupId where
 * @param containerName in which container
 * @param command the program and its arguments
 * @param tty whether a terminal is wanted
 * @param stdin whether the command gets input
 */
public record ExecRequest(
        String containerGroupId, String containerName, List<String> command, boolean tty, boolean stdin) {

    /** Copies the list. */
    public ExecRequest {
        command = List.copyOf(command);
    }

    @Override
    public String toString() {
        // commands may hold secrets
        return "ExecRequest[%s/%s, tty=%s]".formatted(containerGroupId, containerName, tty);
    }
}
