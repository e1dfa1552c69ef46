package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Probe;
import io.vnode.cli.sandbox.hostnode.ContainerSnapshot.Phase;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps the process of one container: starts it, probes it, starts it again when it ends, and ends it for good. */
final class ContainerRunner {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Container container;
    private final String restartPolicy;
    private final PodFolder folder;
    private final PortBook portBook;
    private final Function<PortPlan, Launch> planner;
    private final String address;
    private final Duration grace;
    private final Runnable onChange;
    private final Clock clock;
    private final Thread thread;
    private volatile ContainerSnapshot snapshot;
    private volatile @Nullable Process process;
    private volatile boolean stopping;

    ContainerRunner(
            Pod pod,
            Container container,
            PodFolder folder,
            PortBook portBook,
            Function<PortPlan, Launch> planner,
            String address,
            Runnable onChange,
            Clock clock) {
        this.container = container;
        this.restartPolicy = pod.getSpec().getRestartPolicy();
        this.folder = folder;
        this.portBook = portBook;
        this.planner = planner;
        this.address = address;
        this.grace = graceOf(pod);
        this.onChange = onChange;
        this.clock = clock;
        this.snapshot = ContainerSnapshot.waiting(container.getName(), container.getImage(), "ContainerCreating", "");
        this.thread = Thread.ofVirtual()
                .name("container-" + pod.getMetadata().getName() + "-" + container.getName())
                .unstarted(this::keep);
    }

    static Duration graceOf(Pod pod) {
        Long seconds = pod.getSpec().getTerminationGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 30 : seconds);
    }

    void start() {
        thread.start();
    }

    ContainerSnapshot snapshot() {
        return snapshot;
    }

    /** The log of the current run, or of the one before it. */
    Path log(boolean previous) {
        int attempt = snapshot.restarts();
        boolean waitsForNext = snapshot.phase() instanceof Phase.Waiting && attempt > 0;
        int current =
                waitsForNext ? attempt - 1 : attempt; // while it waits, the run that ended is the one to read about
        return folder.log(container.getName(), previous ? current - 1 : current);
    }

    /** Asks the process to end and ends it by force when the time is over. Returns when it is gone. */
    void stop(Duration patience) throws InterruptedException {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        Process current = process;
        if (current == null) {
            thread.interrupt();
        } else {
            current.destroy();
        }
        if (thread.join(patience)) {
            return;
        }
        Process stubborn = process;
        if (stubborn != null) {
            stubborn.destroyForcibly();
        }
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    private void keep() {
        RestartDelay delay = new RestartDelay();
        try {
            while (!stopping) {
                Phase.Ended end = runOnce();
                if (!restartsAfter(end)) {
                    change(now -> now.with(end));
                    return;
                }
                Duration pause = delay.after(Duration.between(end.started(), end.finished()));
                change(now -> now.restarting(end, backOff(pause)));
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            // stopped while there was no process
        }
    }

    private Phase.Waiting backOff(Duration pause) {
        return new Phase.Waiting(
                "CrashLoopBackOff",
                "back-off %ds restarting failed container=%s".formatted(pause.toSeconds(), container.getName()));
    }

    private boolean restartsAfter(Phase.Ended end) {
        return !stopping
                && switch (restartPolicy) {
                    case "Never" -> false;
                    case "OnFailure" -> end.exitCode() != 0;
                    default -> true;
                };
    }

    private Phase.Ended runOnce() throws InterruptedException {
        PortPlan ports = PortPlan.of(container, portBook);
        List<ProbeLoop> probes = new ArrayList<>();
        try {
            Process started = launchWhenPossible(ports);
            process = started;
            if (stopping) {
                started.destroy(); // stop() came before it could see this process
            }
            Instant since = clock.instant();
            change(now -> now.with(new Phase.Running(since)));
            startProbes(ports, started, probes);
            int exitCode = waitFor(started);
            return new Phase.Ended(exitCode, exitCode == 0 ? "Completed" : "Error", since, clock.instant());
        } finally {
            probes.forEach(ProbeLoop::close);
            process = null;
            portBook.release(ports.actual().values());
        }
    }

    /** A process is never left behind, whatever ends the waiting. */
    private static int waitFor(Process started) throws InterruptedException {
        try {
            return started.waitFor();
        } catch (InterruptedException e) {
            started.destroyForcibly();
            started.waitFor(5, TimeUnit.SECONDS);
            throw e;
        }
    }

    /** What the container refers to may come later than the pod, so it is tried again until it is there. */
    private Process launchWhenPossible(PortPlan ports) throws InterruptedException {
        while (true) {
            try {
                probeTargets(ports);
                return launch(planner.apply(ports));
            } catch (UnrunnableException e) {
                change(now -> now.with(new Phase.Waiting(e.reason(), e.sentence())));
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    private Process launch(Launch launch) {
        Path log = folder.log(container.getName(), snapshot.restarts());
        try {
            PrivateFiles.createFolder(folder.logs(container.getName()));
            PrivateFiles.createFolder(launch.directory());
            ProcessBuilder builder = new ProcessBuilder(launch.commandLine())
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().clear();
            builder.environment().putAll(launch.environment());
            Process started = builder.start();
            started.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw new UnrunnableException("CreateContainerError", String.valueOf(e.getMessage()));
        }
    }

    /** What the probes ask, so that a probe that cannot be asked is found before anything runs. */
    private Map<Probe, ProbeTarget> probeTargets(PortPlan ports) {
        Map<Probe, ProbeTarget> targets = new IdentityHashMap<>();
        for (Probe probe : new Probe[] {container.getReadinessProbe(), container.getLivenessProbe()}) {
            if (probe != null) {
                targets.put(probe, ProbeTarget.of(probe, container, ports, address));
            }
        }
        return targets;
    }

    private void startProbes(PortPlan ports, Process started, List<ProbeLoop> probes) {
        Map<Probe, ProbeTarget> targets = probeTargets(ports);
        String name = thread.getName();
        Probe readiness = container.getReadinessProbe();
        if (readiness == null) {
            change(now -> now.withReady(true));
        } else {
            probes.add(ProbeLoop.readiness(
                    name + "-readiness",
                    readiness,
                    Objects.requireNonNull(targets.get(readiness)),
                    ready -> readiness(started, ready)));
        }
        Probe liveness = container.getLivenessProbe();
        if (liveness != null) {
            probes.add(ProbeLoop.liveness(
                    name + "-liveness",
                    liveness,
                    Objects.requireNonNull(targets.get(liveness)),
                    alive -> liveness(started, alive)));
        }
    }

    private void readiness(Process asked, boolean ready) {
        if (asked.isAlive()) {
            change(now -> now.phase() instanceof Phase.Running ? now.withReady(ready) : now);
        }
    }

    private void liveness(Process asked, boolean alive) {
        if (alive || stopping) {
            return;
        }
        asked.destroy();
        try {
            if (!asked.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.destroyForcibly();
            }
        } catch (InterruptedException _) {
            asked.destroyForcibly(); // the probe is closed because the process ended, or must
        }
    }

    private void change(UnaryOperator<ContainerSnapshot> step) {
        synchronized (this) {
            snapshot = step.apply(snapshot);
        }
        onChange.run();
    }
}
