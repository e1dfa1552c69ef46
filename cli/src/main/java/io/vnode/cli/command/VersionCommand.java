package io.vnode.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vnode version}. */
@Command(name = "version", description = "Show the version of this command.")
final class VersionCommand implements Callable<Integer> {

    @Option(names = "--client", description = "Show the bare version number of this command.")
    private boolean client;

    private final Surroundings surroundings;

    VersionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String version = ClientVersion.text();
        surroundings.console().result(client ? version : "vnode " + version + " (Java " + Runtime.version() + ")");
        return 0;
    }
}
