package io.vnode.cli.command;

import io.vnode.cli.output.Console;
import java.util.Map;

/**
 * What a command finds around itself when it starts.
 *
 * @param environment the environment variables
 * @param console the standard streams
 */
public record Surroundings(Map<String, String> environment, Console console) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
