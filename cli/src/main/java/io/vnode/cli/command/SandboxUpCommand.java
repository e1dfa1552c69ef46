package io.vnode.cli.command;

import io.vnode.cli.output.ConsoleProgress;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.SandboxName;
import io.vnode.cli.sandbox.SandboxUp;
import io.vnode.cli.sandbox.UpReport;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vnode sandbox up}. */
@Command(
        name = "up",
        description = {
            "Start a sandbox and wait until pods can be scheduled in it.",
            "One that runs is left as it is; what a killed one left behind is removed first."
        },
        footer = {"", "Example:", "  vnode sandbox up", "  vnode sandbox up blue --api-port 6443"})
final class SandboxUpCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the sandbox (default: default).")
    private @Nullable String name;

    @Option(names = "--api-port", paramLabel = "PORT", description = "Port of the API server (default: a free one).")
    private @Nullable Integer apiPort;

    private final Surroundings surroundings;

    SandboxUpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        SandboxName sandbox = SandboxNames.parse(name);
        requirePort();
        ConsoleProgress progress = new ConsoleProgress(surroundings.console(), Clock.systemUTC());
        try {
            UpReport report = new SandboxUp(surroundings.environment(), progress).run(sandbox, apiPort);
            surroundings.console().result(screen(report));
            return 0;
        } finally {
            progress.abandon();
        }
    }

    private void requirePort() {
        if (apiPort != null && (apiPort < 1 || apiPort > HIGHEST_PORT)) {
            throw new ProblemException(new Problem(
                    ProblemCode.SETTING_INVALID,
                    "--api-port is " + apiPort,
                    "a port is a number from 1 to " + HIGHEST_PORT,
                    List.of("vnode sandbox up     without --api-port, to have a free port picked")));
        }
    }

    static String screen(UpReport report) {
        return """
                Sandbox '%s' %s

                  API server  %s
                  Kubeconfig  %s   (context %s)
                  Emulator    %s   (a browser shows its container groups there)

                Next:
                  export KUBECONFIG=%s
                  vnode install --profile %s
                  kubectl get nodes
                  vnode sandbox down%s
                """.formatted(
                        report.name(),
                        headline(report),
                        report.apiUrl(),
                        report.kubeconfig(),
                        report.context(),
                        report.emulatorUrl(),
                        report.kubeconfig(),
                        report.profile(),
                        report.name().equals(SandboxName.DEFAULT.value()) ? "" : " " + report.name());
    }

    private static String headline(UpReport report) {
        Long api = report.apiReadyMillis();
        Long ready = report.readyMillis();
        return api == null || ready == null
                ? "is running already."
                : String.format(
                        Locale.ROOT, "is ready after %.1f s (API server after %.1f s).", ready / 1000.0, api / 1000.0);
    }
}
