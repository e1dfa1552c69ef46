package io.vnode.cli.command;

import io.vnode.cli.cloud.AccessKeys;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.operation.InstallOperation;
import io.vnode.cli.operation.InstallPlan;
import io.vnode.cli.operation.InstallReport;
import io.vnode.cli.output.Console;
import io.vnode.cli.output.ConsoleProgress;
import io.vnode.cli.output.InstallView;
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

/** {@code vnode install}. */
@Command(
        name = "install",
        description = {
            "Put the addon into a cluster, or bring it to the settings given.",
            "Checks first, shows what would change, asks, applies stage by stage, and waits until the nodes are Ready.",
            "Run it again after an interruption: it goes on where it stopped."
        },
        footer = {
            "",
            "Each setting can be a flag, a VNODE_* variable, a key of --values FILE, or a key of a profile;",
            "the first of these that has it wins.",
            "",
            "Examples:",
            "  vnode install --profile sandbox",
            "  vnode install --cluster-id c-8f2e --region cn-hangzhou --vswitch vsw-bp1a,vsw-bp1b \\",
            "      --security-group sg-bp1a --credentials-file key.yaml --dry-run"
        })
final class InstallCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(names = "--dry-run", description = "Show what would change, and stop.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationText.class,
            description = "How long to wait for workloads and nodes (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofMinutes(5);

    private final Surroundings surroundings;

    InstallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = surroundings.console();
        Map<Parameter, String> flags = new EnumMap<>(Parameter.class);
        cluster.addTo(flags);
        settings.addTo(flags);
        Parameters parameters =
                Parameters.collect(flags, surroundings.environment(), settings.values, cluster.profile());
        AccessKeys keys = new AccessKeys(surroundings.environment(), console.input(), new ConsolePrompt(console));
        ConsoleProgress progress = new ConsoleProgress(console, Clock.systemUTC());
        try (Cluster connection = surroundings.connect(parameters)) {
            InstallOperation operation =
                    new InstallOperation(connection, surroundings.cloud(), Clock.systemUTC(), progress);
            InstallPlan plan = operation.plan(parameters, keys, "vnode/runtime:" + ClientVersion.text());
            if (dryRun) {
                console.result(InstallView.plan(plan, console.resultStyle()));
                return 0;
            }
            if (!plan.plan().empty()) {
                console.talk(InstallView.plan(plan, console.talkStyle()));
                new Confirmation(console).require("Install?", yes);
            }
            InstallReport report = operation.carryOut(plan, timeout);
            console.result(InstallView.report(report));
            return 0;
        } finally {
            progress.abandon();
        }
    }
}
