package io.vnode.cli.sandbox;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the supervisor says about its sandbox, in a file that it replaces whenever that changes.
 *
 * @param waitingFor what is being started, while {@code phase} is {@link Phase#STARTING}
 * @param apiReady whether the API server answers
 * @param problem why it failed, when it did
 * @param deaths what ended unexpectedly and was started again since, the latest last
 */
record SupervisorReport(
        Phase phase,
        String waitingFor,
        boolean apiReady,
        @Nullable Problem problem,
        List<String> deaths) {

    private static final int REMEMBERED_DEATHS = 10;

    SupervisorReport {
        deaths = List.copyOf(deaths);
    }

    enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPING
    }

    static SupervisorReport starting(String waitingFor, boolean apiReady) {
        return new SupervisorReport(Phase.STARTING, waitingFor, apiReady, null, List.of());
    }

    static SupervisorReport ready() {
        return new SupervisorReport(Phase.READY, "", true, null, List.of());
    }

    static SupervisorReport failed(Problem problem) {
        return new SupervisorReport(Phase.FAILED, "", false, problem, List.of());
    }

    SupervisorReport stopping() {
        return new SupervisorReport(Phase.STOPPING, "", apiReady, problem, deaths);
    }

    SupervisorReport withDeath(String death) {
        List<String> all = new ArrayList<>(deaths);
        all.add(death);
        return new SupervisorReport(
                phase,
                waitingFor,
                apiReady,
                problem,
                all.subList(Math.max(0, all.size() - REMEMBERED_DEATHS), all.size()));
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    /** The last report, or null if there is none yet. */
    static @Nullable SupervisorReport read(Path file) throws IOException {
        return Files.exists(file)
                ? JsonMapper.shared().readValue(Files.readAllBytes(file), SupervisorReport.class)
                : null;
    }
}
