package io.vnode.cli.command;

import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.operation.StatusOperation;
import io.vnode.cli.operation.StatusReport;
import io.vnode.cli.output.Console;
import io.vnode.cli.output.Documents;
import io.vnode.cli.output.StatusView;
import io.vnode.cli.settings.Parameter;
import io.vnode.cli.settings.Parameters;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vnode status}. */
@Command(
        name = "status",
        description = "Show workloads, nodes, pods and container groups of the addon on one screen.",
        footer = {
            "",
            "Exit codes: 0 healthy, 3 not healthy, 9 cannot tell which container groups run.",
            "",
            "Example:",
            "  vnode status -o json"
        })
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or yaml (default: ${DEFAULT-VALUE}).")
    private OutputFormat output = OutputFormat.TABLE;

    private final Surroundings surroundings;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        Map<Parameter, String> flags = new EnumMap<>(Parameter.class);
        cluster.addTo(flags);
        Parameters parameters = Parameters.collect(flags, surroundings.environment(), null, cluster.profile());
        try (Cluster connection = surroundings.connect(parameters)) {
            StatusReport report = new StatusOperation(connection, surroundings.cloud()).look();
            console.result(
                    switch (output) {
                        case TABLE -> StatusView.table(report, console.resultStyle());
                        case JSON -> Documents.json(report);
                        case YAML -> Documents.yaml(report);
                    });
            return report.verdict().exitCode().number();
        }
    }
}
