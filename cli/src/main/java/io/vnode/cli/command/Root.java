package io.vnode.cli.command;

import io.vnode.cli.output.ColorMode;
import io.vnode.cli.output.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code vnode} without a verb, and the options that every verb has. */
@Command(
        name = "vnode",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Run pods of a Kubernetes cluster as Alibaba Cloud ECI container groups.",
            "Installs the virtual-node addon, shows it, and takes it away. (This is not VNodectl.)"
        },
        footer = {
            "",
            "Results go to standard output, everything else to standard error.",
            "vnode never calls home. Codes such as VN1001 are explained in docs/troubleshooting.md."
        })
final class Root implements Runnable {

    @Option(
            names = {"-V", "--version"},
            description = "Show the version of this command.")
    private boolean version;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            scope = ScopeType.INHERIT,
            description = "Colour: auto, always or never (default: ${DEFAULT-VALUE}). NO_COLOR is honoured.")
    private ColorMode color = ColorMode.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Say nothing but results and problems.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more; after a bug, show where it happened.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // the parser acts on it
    private boolean help;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    Root(Console console) {
        this.console = console;
    }

    void configureConsole() {
        console.configure(color, quiet, verbose);
    }

    @Override
    public void run() {
        if (version) {
            console.result("vnode " + ClientVersion.text());
            return;
        }
        throw new ParameterException(spec.commandLine(), "no command was given");
    }
}
