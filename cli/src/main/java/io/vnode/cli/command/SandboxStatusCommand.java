package io.vnode.cli.command;

import io.vnode.cli.output.Documents;
import io.vnode.cli.problem.ExitCode;
import io.vnode.cli.sandbox.SandboxFolders;
import io.vnode.cli.sandbox.SandboxName;
import io.vnode.cli.sandbox.SandboxStatus;
import io.vnode.cli.settings.UserDirectories;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vnode sandbox status}. */
@Command(
        name = "status",
        description = {
            "Show a sandbox, or without a name all sandboxes of this user.",
            "Exit code 0 if it runs (without a name: if there are any and all run), 3 if not."
        },
        footer = {"", "Example:", "  vnode sandbox status", "  vnode sandbox status default -o json"})
final class SandboxStatusCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the sandbox (default: all there are).")
    private @Nullable String name;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or yaml (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    private final Surroundings surroundings;

    SandboxStatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        SandboxFolders folders = SandboxFolders.of(new UserDirectories(surroundings.environment()));
        List<SandboxName> names = name == null ? folders.names() : List.of(SandboxNames.parse(name));
        List<SandboxStatus> sandboxes = names.stream()
                .map(each -> SandboxStatus.of(folders.files(each)))
                .toList();
        surroundings.console().result(print(sandboxes));
        boolean allRun = !sandboxes.isEmpty() && sandboxes.stream().allMatch(SandboxStatus::running);
        return (allRun ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private String print(List<SandboxStatus> sandboxes) {
        Object document = name == null ? sandboxes : sandboxes.getFirst();
        return switch (format) {
            case TABLE -> SandboxScreen.of(sandboxes);
            case JSON -> Documents.json(document);
            case YAML -> Documents.yaml(document);
        };
    }
}
