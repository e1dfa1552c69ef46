package io.vnode.cli.command;

import io.vnode.cli.cloud.Prompt;
import io.vnode.cli.output.Console;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal, if there is one. */
final class ConsolePrompt implements Prompt {

    private final Console console;

    ConsolePrompt(Console console) {
        this.console = console;
    }

    @Override
    public @Nullable String ask(String question) {
        return console.canAsk() ? console.ask(question) : null;
    }

    @Override
    public @Nullable String askHidden(String question) {
        return console.canAsk() ? console.askHidden(question) : null;
    }
}
