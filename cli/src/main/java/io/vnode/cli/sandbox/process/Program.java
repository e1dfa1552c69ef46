package io.vnode.cli.sandbox.process;

import java.nio.file.Path;
import java.util.List;

/**
 * What to start.
 *
 * @param name what it is called in messages, in {@code status} and as the name of its log
 * @param commandLine the program and its arguments
 * @param log where its output goes; appended to
 */
public record Program(String name, List<String> commandLine, Path log) {

    public Program {
        commandLine = List.copyOf(commandLine);
    }
}
