package io.vnode.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/** Sets up the console as the command line asks, then runs the command. */
final class ConsoleFirst implements IExecutionStrategy {

    private final Root root;

    ConsoleFirst(Root root) {
        this.root = root;
    }

    @Override
    public int execute(ParseResult result) {
        root.configureConsole();
        return new CommandLine.RunLast().execute(result);
    }
}
