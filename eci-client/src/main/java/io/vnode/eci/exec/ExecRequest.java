package io.vnode.eci.exec;

import java.util.List;

/**
 * A command to run in a running container. Its text form does not show the command.
 *
 * @param containerGroupId the group
 * @param containerName the container
 * @param command program and arguments, at most {@value #MAX_WORDS} of at most {@value #MAX_WORD_LENGTH} characters
 * @param tty whether it has a terminal; an interactive shell needs one
 * @param stdin whether it has an input
 */
public record ExecRequest(
        String containerGroupId, String containerName, List<String> command, boolean tty, boolean stdin) {

    /** The most words that ECI takes. */
    public static final int MAX_WORDS = 20;

    /** The longest word that ECI takes. */
    public static final int MAX_WORD_LENGTH = 256;

    public ExecRequest {
        command = List.copyOf(command);
        if (command.isEmpty() || command.size() > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "the command has %d words; ECI takes 1 to %d".formatted(command.size(), MAX_WORDS));
        }
        for (String word : command) {
            if (word.length() > MAX_WORD_LENGTH) {
                throw new IllegalArgumentException("a word of the command has %d characters; ECI takes %d at most"
                        .formatted(word.length(), MAX_WORD_LENGTH));
            }
        }
    }

    @Override
    public String toString() {
        return "ExecRequest[%s, %s]".formatted(containerGroupId, containerName);
    }
}
