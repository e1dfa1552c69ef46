package io.vnode.cli.sandbox.hostnode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that is needed to start a container's process.
 *
 * @param environment all of it; nothing is inherited
 */
record Launch(List<String> commandLine, Map<String, String> environment, Path directory, PortPlan ports) {

    Launch {
        commandLine = List.copyOf(commandLine);
        environment = Map.copyOf(environment);
    }

    /** Tells the program only; environment and arguments may hold secrets. */
    @Override
    public String toString() {
        return "Launch[" + commandLine.getFirst() + "]";
    }
}
