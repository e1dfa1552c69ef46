package io.vnode.cli.command;

import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.operation.UninstallOperation;
import io.vnode.cli.operation.UninstallPlan;
import io.vnode.cli.operation.UninstallReport;
import io.vnode.cli.output.Console;
import io.vnode.cli.output.ConsoleProgress;
import io.vnode.cli.output.UninstallView;
import io.vnode.cli.settings.Parameter;
import io.vnode.cli.settings.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vnode uninstall}. */
@Command(
        name = "uninstall",
        description = {
            "Take the addon out of a cluster.",
            "Evicts the pods of the virtual nodes, waits until their container groups are gone, and only then removes",
            "the addon's objects, the access key last. Run it again after an interruption: it goes on where it stopped."
        },
        footer = {"", "Example:", "  vnode uninstall --timeout 15m"})
final class UninstallCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--dry-run", description = "Show what would be evicted and removed, and stop.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationText.class,
            description = "How long to wait for pods and container groups (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(10);

    @Option(
            names = "--trust-empty-listing",
            description = "Go on although nothing proves that ECI's empty list of container groups is true.")
    private boolean trustEmptyListing;

    private final Surroundings surroundings;

    UninstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = surroundings.console();
        Map<Parameter, String> flags = new EnumMap<>(Parameter.class);
        cluster.addTo(flags);
        Parameters parameters = Parameters.collect(flags, surroundings.environment(), null, cluster.profile());
        ConsoleProgress progress = new ConsoleProgress(console, Clock.systemUTC());
        try (Cluster connection = surroundings.connect(parameters)) {
            UninstallOperation operation = new UninstallOperation(
                    connection, surroundings.cloud(), Clock.systemUTC(), progress, trustEmptyListing);
            UninstallPlan plan = operation.plan();
            if (plan.nothingInstalled()) {
                console.result(UninstallView.nothing(plan));
                return 0;
            }
            if (dryRun) {
                console.result(UninstallView.plan(plan));
                return 0;
            }
            console.talk(UninstallView.plan(plan));
            new Confirmation(console).require("Uninstall?", yes);
            UninstallReport report = operation.carryOut(plan, timeout);
            console.result(UninstallView.report(report));
            return 0;
        } finally {
            progress.abandon();
        }
    }
}
