package io.vnode.cli.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a sandbox stands. */
sealed interface SandboxState {

    /** The processes without which a sandbox is not whole. */
    Set<String> REQUIRED = Set.of(
            SandboxSupervisor.PROCESS_NAME,
            ControlPlaneCommands.ETCD,
            ControlPlaneCommands.API_SERVER,
            ControlPlaneCommands.CONTROLLER_MANAGER,
            ControlPlaneCommands.SCHEDULER,
            SandboxSupervisor.EMULATOR);

    /** There is none. */
    record Absent() implements SandboxState {}

    /** Its supervisor is still starting it. */
    record Starting(String waitingFor) implements SandboxState {}

    /** It can be used. */
    record Running() implements SandboxState {}

    /** Its supervisor is ending it. */
    record Stopping() implements SandboxState {}

    /**
     * It is of no use as it is.
     *
     * @param why what is missing
     */
    record Broken(List<String> why) implements SandboxState {

        public Broken {
            why = List.copyOf(why);
        }
    }

    /**
     * Works out the state.
     *
     * @param folderExists whether there are files
     * @param report the supervisor's last words, if any
     * @param processes the names of the processes that run
     */
    static SandboxState of(boolean folderExists, @Nullable SupervisorReport report, Collection<String> processes) {
        if (!folderExists && processes.isEmpty()) {
            return new Absent();
        }
        if (!processes.contains(SandboxSupervisor.PROCESS_NAME)) {
            return new Broken(List.of(SandboxSupervisor.PROCESS_NAME + " is not running"));
        }
        if (report == null) {
            return new Starting(SandboxSupervisor.PROCESS_NAME);
        }
        return switch (report.phase()) {
            case STARTING -> new Starting(report.waitingFor());
            case STOPPING -> new Stopping();
            case FAILED ->
                new Broken(List.of(
                        report.problem() == null
                                ? "it failed"
                                : report.problem().what()));
            case READY -> whole(processes);
        };
    }

    private static SandboxState whole(Collection<String> processes) {
        List<String> missing = new ArrayList<>();
        REQUIRED.stream()
                .sorted()
                .filter(name -> !processes.contains(name))
                .forEach(name -> missing.add(name + " is not running"));
        return missing.isEmpty() ? new Running() : new Broken(missing);
    }

    /** One word for it. */
    default String word() {
        return switch (this) {
            case Absent _ -> "absent";
            case Starting _ -> "starting";
            case Running _ -> "running";
            case Stopping _ -> "stopping";
            case Broken _ -> "broken";
        };
    }
}
