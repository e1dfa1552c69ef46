package io.vnode.emulator.state;

import io.vnode.emulator.state.ContainerState.Terminated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container as it is at one moment. */
public final class ContainerSnapshot {

    private static final ContainerState NOT_STARTED = new ContainerState.Waiting("ContainerCreating", "");

    private final ContainerSpec spec;
    private final ContainerLife life;
    private final ContainerLife.@Nullable Sighting sighting;
    private final Instant now;

    ContainerSnapshot(ContainerSpec spec, ContainerLife life, Instant now) {
        this.spec = spec;
        this.life = life;
        this.sighting = life.at(now);
        this.now = now;
    }

    /** What was asked for. */
    public ContainerSpec spec() {
        return spec;
    }

    /** What it does. */
    public ContainerState current() {
        return sighting == null ? NOT_STARTED : sighting.current();
    }

    /** How the run before ended; null when there was none. */
    public @Nullable Terminated previous() {
        return sighting == null ? null : sighting.previous();
    }

    /** How often it was started again. */
    public int restarts() {
        return sighting == null ? 0 : sighting.restarts();
    }

    /** Whether it can do its work. */
    public boolean ready() {
        return current() instanceof ContainerState.Running;
    }

    /** The newest lines of the newest run, oldest of them first. */
    public List<LogLine> log(int newest) {
        return sighting == null ? List.of() : lines(sighting.lastStart(), now, newest);
    }

    /** The newest lines of the run before that, oldest of them first. */
    public List<LogLine> previousLog(int newest) {
        Terminated previous = sighting == null ? null : sighting.previous();
        return previous == null || sighting == null || previous.start().equals(sighting.lastStart())
                ? List.of()
                : lines(previous.start(), previous.finish(), newest);
    }

    private List<LogLine> lines(Instant start, Instant until, int newest) {
        return life.program().printed(Duration.between(start, until), newest).stream()
                .map(print -> new LogLine(start.plus(print.after()), print.text()))
                .toList();
    }
}
