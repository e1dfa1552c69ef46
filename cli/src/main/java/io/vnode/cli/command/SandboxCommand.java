package io.vnode.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vnode sandbox}: the verbs of the local cluster. */
@Command(
        name = "sandbox",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "A Kubernetes cluster on this machine to try the addon in: a real control plane,",
            "an emulated ECI, no root, no containers, no cloud account."
        },
        footer = {"", "Example:", "  vnode sandbox up", "  vnode install --profile sandbox", "  vnode sandbox down"})
final class SandboxCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private SandboxCommand() {}

    /** The verb with those below it. */
    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new SandboxCommand())
                .addSubcommand("up", new SandboxUpCommand(surroundings))
                .addSubcommand("down", new SandboxDownCommand(surroundings))
                .addSubcommand("status", new SandboxStatusCommand(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "'vnode sandbox' needs a command: up, down or status");
    }
}
