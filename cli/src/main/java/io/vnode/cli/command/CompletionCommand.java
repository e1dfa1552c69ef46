package io.vnode.cli.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code vnode completion}. */
@Command(
        name = "completion",
        description = "Print the completion script of a shell.",
        footer = {
            "",
            "Examples:",
            "  source <(vnode completion bash)",
            "  vnode completion fish > ~/.config/fish/completions/vnode.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    /** Shells with a completion script. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    private final Surroundings surroundings;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.console().result(script(shell, CommandTree.complete(surroundings)));
        return 0;
    }

    static String script(Shell shell, CommandLine tree) {
        return switch (shell) {
            case BASH -> AutoComplete.bash("vnode", tree).replace("\r\n", "\n");
            case ZSH -> ZshCompletion.of(tree.getCommandSpec());
            case FISH -> FishCompletion.of(tree.getCommandSpec());
        };
    }
}
