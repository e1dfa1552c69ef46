package io.vnode.emulator.state;

import io.vnode.emulator.state.ContainerState.Terminated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container as it is at one moment. */
public final class ContainerSnapshot {

    private final ContainerSpec spec;
    private final ContainerLife life;
    private final ContainerLife.@Nullable Sighting sighting;
    private final boolean behindOthers;
    private final Instant now;

    /** A look at a container that may have to wait for init containers. */
    ContainerSnapshot(ContainerSpec spec, ContainerLife life, boolean behindOthers, Instant now) {
        this.spec = spec;
        this.life = life;
        this.sighting = life.at(now);
        this.behindOthers = behindOthers;
        this.now = now;
    }

    /** What was asked for. */
    public ContainerSpec spec() {
        return spec;
    }

    /** What it does. */
    public ContainerState current() {
        return sighting == null ? notStarted() : sighting.current();
    }

    private ContainerState notStarted() {
        Instant from = life.pullFrom();
        if (from == null || from.isAfter(now)) {
            return new ContainerState.Waiting(behindOthers ? "PodInitializing" : "ContainerCreating", "");
        }
        Pull.Failure failure = life.conduct().pull().failure(from, now);
        if (failure == null || failure.over()) {
            return new ContainerState.Waiting("ContainerCreating", "");
        }
        return failure.fresh()
                ? new ContainerState.Waiting(
                        "ErrImagePull", "failed to pull image \"%s\": not found".formatted(spec.image()))
                : new ContainerState.Waiting(
                        "ImagePullBackOff", "Back-off pulling image \"%s\"".formatted(spec.image()));
    }

    /** How the run before ended; null when there was none. */
    public @Nullable Terminated previous() {
        return sighting == null ? life.before().last() : sighting.previous();
    }

    /** How often it was started again. */
    public int restarts() {
        return sighting == null ? life.before().restarts() : sighting.restarts();
    }

    /** Whether it can do its work. */
    public boolean ready() {
        return life.ready(now);
    }

    /** The newest lines of the newest run, oldest of them first. */
    public List<LogLine> log(int newest) {
        if (sighting == null) {
            return List.of();
        }
        Instant until = sighting.current() instanceof Terminated ended ? ended.finish() : now;
        return lines(life.program(), sighting.lastStart(), until, newest);
    }

    /** The newest lines of the run before that, oldest of them first. */
    public List<LogLine> previousLog(int newest) {
        Terminated previous = previous();
        if (previous == null || (sighting != null && previous.start().equals(sighting.lastStart()))) {
            return List.of();
        }
        Program before = life.before().program();
        Program program = before != null && previous.equals(life.before().last()) ? before : life.program();
        return lines(program, previous.start(), previous.finish(), newest);
    }

    private static List<LogLine> lines(Program program, Instant start, Instant until, int newest) {
        return program.printed(Duration.between(start, until), newest).stream()
                .map(print -> new LogLine(start.plus(print.after()), print.text()))
                .toList();
    }
}
