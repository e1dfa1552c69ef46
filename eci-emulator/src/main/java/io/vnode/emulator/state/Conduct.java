package io.vnode.emulator.state;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container will do: how its image comes, what each run does, and what its probes will find.
 *
 * @param program what each run does, until a probe ends it
 * @param pull how its image comes
 * @param readyAfter how long after its start a run is ready; null for never
 * @param readiness when its readiness probe is asked; null when it has none
 * @param unhealthy when its liveness probe ends a run; null when it does not
 */
record Conduct(
        Program program,
        Pull pull,
        @Nullable Duration readyAfter,
        @Nullable Rhythm readiness,
        @Nullable Unhealthy unhealthy) {

    private static final Rhythm DEFAULT_RHYTHM = new Rhythm(Duration.ZERO, Duration.ofSeconds(10), 3);
    private static final int KILLED = 137;

    static Conduct ofInit(GroupSpec group, ContainerSpec container, String address, Images images) {
        return new Conduct(
                ProgramReader.readInit(container, environment(container, address)),
                pull(group, container, null, images),
                null,
                null,
                null);
    }

    static Conduct of(GroupSpec group, ContainerSpec container, String address, Images images) {
        Profile profile = Profile.of(group, container);
        Program program = profile.program() == null
                ? ProgramReader.read(container, environment(container, address))
                : profile.program();
        Rhythm readiness = Rhythm.of(container.readinessProbe());
        Unhealthy unhealthy = unhealthy(profile.unhealthyAfter(), Rhythm.of(container.livenessProbe()), program);
        return new Conduct(
                unhealthy == null ? program : program.endedAfter(unhealthy.killedAfter(), KILLED),
                pull(group, container, profile.pull(), images),
                profile.neverReady() ? null : readyAfter(profile.readyAfter(), readiness),
                readiness,
                unhealthy);
    }

    private static Map<String, String> environment(ContainerSpec container, String address) {
        Map<String, String> environment = new HashMap<>();
        container
                .environment()
                .forEach(variable -> environment.put(
                        variable.key(), "status.podIP".equals(variable.fieldPath()) ? address : variable.value()));
        return environment;
    }

    private static Pull pull(GroupSpec group, ContainerSpec container, @Nullable Pull asked, Images images) {
        if (asked != null) {
            return asked;
        }
        return group.terms().cachedImages().contains(container.image()) ? Pull.AT_ONCE : images.of(container.image());
    }

    private static Duration readyAfter(@Nullable Duration asked, @Nullable Rhythm readiness) {
        Duration ready = asked == null ? Duration.ZERO : asked;
        return readiness == null ? ready : readiness.next(ready);
    }

    private static @Nullable Unhealthy unhealthy(@Nullable Duration after, @Nullable Rhythm liveness, Program program) {
        if (after == null) {
            return null;
        }
        Rhythm rhythm = liveness == null ? DEFAULT_RHYTHM : liveness;
        Duration first = rhythm.next(after);
        Duration killed = first.plus(rhythm.period().multipliedBy(rhythm.threshold() - 1L));
        Duration lifetime = program.lifetime();
        return lifetime != null && lifetime.compareTo(killed) <= 0
                ? null
                : new Unhealthy(first, killed, rhythm.threshold());
    }

    /** The same, with an image that is there already. */
    Conduct pulled() {
        return pull.failsFor() == null ? new Conduct(program, Pull.AT_ONCE, readyAfter, readiness, unhealthy) : this;
    }

    /**
     * When a probe is asked.
     *
     * @param first how long after the start of a run
     * @param period how often after that
     * @param threshold how many failures count
     */
    record Rhythm(Duration first, Duration period, int threshold) {

        static @Nullable Rhythm of(ContainerSpec.@Nullable Probe probe) {
            return probe == null
                    ? null
                    : new Rhythm(
                            Duration.ofSeconds(probe.initialDelaySeconds()),
                            Duration.ofSeconds(probe.periodSeconds()),
                            probe.failureThreshold());
        }

        /** The first time at or after this one. */
        Duration next(Duration time) {
            if (time.compareTo(first) <= 0) {
                return first;
            }
            Duration since = time.minus(first);
            long periods = since.plus(period).minusNanos(1).dividedBy(period);
            return first.plus(period.multipliedBy(periods));
        }

        /** How often it is asked before this time. */
        int asked(Duration before) {
            return before.compareTo(first) <= 0
                    ? 0
                    : (int) Math.min(
                            Integer.MAX_VALUE, before.minus(first).minusNanos(1).dividedBy(period) + 1);
        }
    }

    /**
     * A liveness probe that fails.
     *
     * @param firstFailure how long after the start of a run
     * @param killedAfter how long after the start of a run it has failed often enough
     * @param failures how often that is
     */
    record Unhealthy(Duration firstFailure, Duration killedAfter, int failures) {}
}
