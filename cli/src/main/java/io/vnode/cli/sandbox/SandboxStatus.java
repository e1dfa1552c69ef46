package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.process.SandboxProcess;
import io.vnode.cli.sandbox.process.SandboxProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A sandbox as people and scripts see it.
 *
 * @param state one word: absent, starting, running, stopping or broken
 * @param detail more about the state, where there is more
 * @param apiUrl where the API server listens; null for one whose files cannot be read
 * @param deaths processes that ended unexpectedly and were started again
 */
public record SandboxStatus(
        String name,
        String state,
        List<String> detail,
        @Nullable String apiUrl,
        String kubeconfig,
        String context,
        String profile,
        @Nullable String emulatorUrl,
        String logs,
        List<Process> processes,
        List<String> deaths) {

    /**
     * One process of it.
     *
     * @param residentBytes how much memory it occupies, or null where the system does not tell
     */
    public record Process(String name, long pid, @Nullable Long residentBytes) {}

    /** Looks at a sandbox. */
    public static SandboxStatus of(SandboxFiles files) {
        SandboxPlan plan = plan(files);
        SupervisorReport report = report(files);
        List<SandboxProcess> processes = new SandboxProcesses(files.folder()).running();
        SandboxState state = SandboxState.of(
                Files.exists(files.folder()),
                report,
                processes.stream().map(SandboxProcess::name).toList());
        return new SandboxStatus(
                files.name().value(),
                state.word(),
                detail(state),
                plan == null ? null : plan.controlPlane(files).url(),
                files.kubeconfig().toString(),
                files.name().context(),
                files.name().profile(),
                plan == null ? null : plan.emulatorUrl(),
                files.logs().toString(),
                processes.stream()
                        .map(it -> new Process(it.name(), it.pid(), it.residentBytes()))
                        .toList(),
                report == null ? List.of() : report.deaths());
    }

    /** Whether it can be used. */
    public boolean running() {
        return state.equals(new SandboxState.Running().word());
    }

    private static List<String> detail(SandboxState state) {
        return switch (state) {
            case SandboxState.Starting(var waitingFor) -> List.of("waiting for " + waitingFor);
            case SandboxState.Broken(var why) -> why;
            case SandboxState.Absent(), SandboxState.Running(), SandboxState.Stopping() -> List.of();
        };
    }

    /** Null if it cannot be read: then the sandbox is broken, which its processes or their absence show. */
    private static @Nullable SandboxPlan plan(SandboxFiles files) {
        try {
            return SandboxPlan.read(files.plan());
        } catch (IOException | JacksonException _) {
            return null;
        }
    }

    private static @Nullable SupervisorReport report(SandboxFiles files) {
        try {
            return SupervisorReport.read(files.report());
        } catch (IOException | JacksonException _) {
            return null;
        }
    }
}
