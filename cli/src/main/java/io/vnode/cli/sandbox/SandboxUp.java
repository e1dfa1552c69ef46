package io.vnode.cli.sandbox;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Progress;
import io.vnode.cli.sandbox.machine.FreePorts;
import io.vnode.cli.sandbox.machine.MachineAddress;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.sandbox.process.LogTail;
import io.vnode.cli.sandbox.process.ProcessDeath;
import io.vnode.cli.sandbox.process.ProcessMark;
import io.vnode.cli.settings.UserDirectories;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts a sandbox and waits until it can be used. When that fails, nothing of it stays. */
public final class SandboxUp {

    private static final Duration LOCK = Duration.ofMinutes(5);
    private static final Duration READY = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final long ROOM_BYTES = 400L << 20;

    private final SandboxFolders folders;
    private final Map<String, String> environment;
    private final Progress progress;
    private final long started = System.nanoTime();

    /** An operation for the user whose environment this is. */
    public SandboxUp(Map<String, String> environment, Progress progress) {
        this.folders = SandboxFolders.of(new UserDirectories(environment));
        this.environment = Map.copyOf(environment);
        this.progress = progress;
    }

    /**
     * Starts the sandbox, unless it runs.
     *
     * @param apiPort the port for the API server, or null for any
     */
    public UpReport run(SandboxName name, @Nullable Integer apiPort) throws InterruptedException {
        SandboxFiles files = folders.files(name);
        try {
            UpReport running = ifRunning(files);
            return running != null ? running : start(files, apiPort);
        } catch (IOException e) {
            throw new ProblemException(unusable(files, e), e);
        }
    }

    private @Nullable UpReport ifRunning(SandboxFiles files) throws IOException {
        if (!SandboxStatus.of(files).running()) {
            return null;
        }
        return report(SandboxPlan.read(files.plan()), files, true, null);
    }

    private UpReport start(SandboxFiles files, @Nullable Integer apiPort) throws IOException, InterruptedException {
        Installation installation = Installation.ofThisProcess();
        installation.emulator();
        installation.provider();
        String address = requireAddress();
        progress.begin("Kubernetes programs");
        Path binaries = KubernetesBinaries.find(progress::note);
        progress.end(binaries.toString());
        try (SandboxLock _ = SandboxLock.take(
                files,
                LOCK,
                () -> progress.note("waiting for another vnode that starts or stops sandbox '" + files.name() + "'"))) {
            UpReport running = ifRunning(files); // the other one may just have started it
            if (running != null) {
                return running;
            }
            removeLeftovers(files);
            SandboxPlan plan = plan(files.name(), installation, binaries, address, apiPort);
            requireRoom(files.folder());
            return startOrRemove(plan, files);
        }
    }

    private static String requireAddress() {
        String address = MachineAddress.find();
        if (address == null) {
            throw new ProblemException(SandboxProblems.noAddress());
        }
        return address;
    }

    private void removeLeftovers(SandboxFiles files) throws IOException, InterruptedException {
        SandboxStatus status = SandboxStatus.of(files);
        if (status.state().equals(new SandboxState.Absent().word())) {
            return;
        }
        progress.begin("remove what is left of an earlier sandbox '" + files.name() + "'");
        new SandboxRemoval(files).runAtOnce();
        progress.end("gone");
    }

    private static void requireRoom(Path folder) throws IOException {
        Path parent = PrivateFiles.createFolder(folder);
        long free = Files.getFileStore(parent).getUsableSpace();
        if (free < ROOM_BYTES) {
            Files.deleteIfExists(folder);
            throw new ProblemException(SandboxProblems.diskFull(
                    folder, "%d MiB are free there, and a sandbox needs %d".formatted(free >> 20, ROOM_BYTES >> 20)));
        }
    }

    private static SandboxPlan plan(
            SandboxName name, Installation installation, Path binaries, String address, @Nullable Integer apiPort) {
        SandboxPlan plan = SandboxPlan.make(name, installation, binaries, address, new FreePorts(new Random()));
        if (apiPort == null) {
            return plan;
        }
        if (!FreePorts.isFree(apiPort)) {
            throw new ProblemException(SandboxProblems.portTaken(apiPort));
        }
        return plan.withApiPort(apiPort);
    }

    private UpReport startOrRemove(SandboxPlan plan, SandboxFiles files) throws IOException, InterruptedException {
        SandboxRemoval removal = new SandboxRemoval(files);
        Thread onInterrupt = new Thread(() -> removeQuietly(removal), "remove-half-started-sandbox");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        boolean complete = false;
        try {
            progress.begin("sandbox '" + files.name() + "'");
            SandboxWriter.write(plan, files, Clock.systemUTC());
            Process supervisor = launch(files);
            long apiReady = follow(files, supervisor);
            SandboxWriter.writeProfile(plan, files);
            progress.end("ready at " + plan.controlPlane(files).url());
            complete = true;
            return report(plan, files, false, apiReady);
        } finally {
            disarm(onInterrupt);
            if (!complete) {
                removal.runAtOnce();
            }
        }
    }

    private void disarm(Thread onInterrupt) throws InterruptedException {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException _) { // somebody pressed Ctrl-C: this JVM is ending, and the hook is at work
            onInterrupt.join();
            throw new ProblemException(new Problem(
                    ProblemCode.INTERRUPTED, "interrupted while a sandbox was starting", List.of(), List.of()));
        }
    }

    private static void removeQuietly(SandboxRemoval removal) {
        try {
            removal.runAtOnce();
        } catch (IOException | ProblemException e) {
            System.err.println("vnode: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The supervisor has a session of its own, so that it outlives this terminal. */
    private Process launch(SandboxFiles files) throws IOException {
        List<String> commandLine = new ArrayList<>();
        commandLine.add(detacher());
        commandLine.addAll(List.of(
                Installation.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx128m"));
        commandLine.addAll(ProcessMark.forJava(files.folder(), SandboxSupervisor.PROCESS_NAME));
        commandLine.addAll(List.of(
                "-cp",
                absoluteClassPath(),
                SandboxSupervisor.class.getName(),
                files.folder().toString()));
        Process supervisor = new ProcessBuilder(commandLine)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(
                        files.log(SandboxSupervisor.PROCESS_NAME).toFile()))
                .start();
        supervisor.getOutputStream().close();
        return supervisor;
    }

    private String detacher() {
        boolean setsid = Arrays.stream(
                        environment.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
        return setsid ? "setsid" : "nohup";
    }

    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Passes on what the supervisor says until it is ready; returns after how many milliseconds the API server was. */
    private long follow(SandboxFiles files, Process supervisor) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        long apiReady = 0;
        while (true) {
            boolean alive = supervisor.isAlive(); // asked first: its last report is written before it ends
            SupervisorReport report = SupervisorReport.read(files.report());
            if (report != null) {
                progress.waiting(report.waitingFor());
                if (report.apiReady() && apiReady == 0) {
                    apiReady = elapsedMillis();
                }
                Problem problem = report.problem();
                if (problem != null) {
                    throw new ProblemException(problem);
                }
                if (report.phase() == SupervisorReport.Phase.READY) {
                    return apiReady;
                }
            }
            if (!alive) {
                throw new ProblemException(SandboxProblems.died(death(files, supervisor)));
            }
            if (System.nanoTime() > deadline) {
                throw new ProblemException(SandboxProblems.tooSlow(
                        files.name(), "it was not ready after %d s".formatted(READY.toSeconds())));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static ProcessDeath death(SandboxFiles files, Process supervisor) {
        Path log = files.log(SandboxSupervisor.PROCESS_NAME);
        return new ProcessDeath(SandboxSupervisor.PROCESS_NAME, supervisor.exitValue(), log, LogTail.of(log, 12));
    }

    private UpReport report(SandboxPlan plan, SandboxFiles files, boolean wasRunning, @Nullable Long apiReady) {
        return new UpReport(
                files.name().value(),
                wasRunning,
                plan.controlPlane(files).url(),
                files.kubeconfig().toString(),
                files.name().context(),
                files.name().profile(),
                plan.emulatorUrl(),
                apiReady,
                wasRunning ? null : elapsedMillis());
    }

    private long elapsedMillis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static Problem unusable(SandboxFiles files, IOException e) {
        String said = e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(e.getMessage());
        if (said.contains("No space left")) {
            return SandboxProblems.diskFull(files.folder(), said);
        }
        String why = e instanceof AccessDeniedException denied ? "no right to write " + denied.getFile() : e.toString();
        return SandboxProblems.folderUnusable(files.folder(), why);
    }
}
