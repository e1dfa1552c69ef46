package io.vnode.emulator.exec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of a script.
 *
 * @param when whether the status of the command before matters
 * @param words the command and its arguments
 * @param redirections where its output goes instead
 */
record Statement(When when, List<Word> words, List<Redirection> redirections) {

    Statement {
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }

    /** A command that was given word by word. */
    static Statement of(List<String> commandLine) {
        return new Statement(
                When.ALWAYS, commandLine.stream().map(Word::literal).toList(), List.of());
    }

    /** {@code ;}, {@code &&} or {@code ||} before a command. */
    enum When {
        ALWAYS,
        AFTER_SUCCESS,
        AFTER_FAILURE;

        boolean holds(int status) {
            return switch (this) {
                case ALWAYS -> true;
                case AFTER_SUCCESS -> status == 0;
                case AFTER_FAILURE -> status != 0;
            };
        }
    }

    /**
     * {@code >}, {@code 2>}, {@code <} and their like.
     *
     * @param descriptor 0, 1 or 2
     * @param target where to; null for the other descriptor
     * @param duplicate 1 or 2 for {@code >&1} and {@code >&2}
     */
    record Redirection(int descriptor, @Nullable Word target, int duplicate) {}
}
