package io.vnode.cli.command;

import io.vnode.cli.output.ConsoleProgress;
import io.vnode.cli.sandbox.SandboxDown;
import io.vnode.cli.sandbox.SandboxFolders;
import io.vnode.cli.sandbox.SandboxName;
import io.vnode.cli.settings.UserDirectories;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vnode sandbox down}. */
@Command(
        name = "down",
        description = {
            "Stop a sandbox and remove it: no process, port or file of it is left.",
            "Everything in it is lost. Running this again does nothing."
        },
        footer = {"", "Example:", "  vnode sandbox down", "  vnode sandbox down --all"})
final class SandboxDownCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the sandbox (default: default).")
    private @Nullable String name;

    @Option(names = "--all", description = "Remove all sandboxes of this user.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    SandboxDownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (all && name != null) {
            throw new ParameterException(spec.commandLine(), "give either NAME or --all");
        }
        ConsoleProgress progress = new ConsoleProgress(surroundings.console(), Clock.systemUTC());
        SandboxFolders folders = SandboxFolders.of(new UserDirectories(surroundings.environment()));
        SandboxDown down = new SandboxDown(folders, progress);
        List<SandboxName> names = all ? folders.names() : List.of(SandboxNames.parse(name));
        try {
            for (SandboxName each : names) {
                surroundings.console().result(sentence(each, down.run(each)));
            }
        } finally {
            progress.abandon();
        }
        if (names.isEmpty()) {
            surroundings.console().result("There is no sandbox.");
        }
        return 0;
    }

    private static String sentence(SandboxName name, SandboxDown.Outcome outcome) {
        return switch (outcome) {
            case REMOVED -> "Sandbox '%s' is gone.".formatted(name);
            case ABSENT -> "There is no sandbox '%s'.".formatted(name);
        };
    }
}
