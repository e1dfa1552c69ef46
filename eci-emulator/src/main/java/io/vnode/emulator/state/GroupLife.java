package io.vnode.emulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole life of a container group, laid out at its creation: init containers one after the other, then the containers
 * side by side. Only a deletion can cut it short.
 */
final class GroupLife {

    private final Instant scheduled;
    private final Instant pulled;
    private final List<ContainerLife> initContainers;
    private final List<ContainerLife> containers;
    private final boolean initialized;
    private final @Nullable Instant end;

    private GroupLife(
            Instant scheduled, Instant pulled, List<ContainerLife> initContainers, List<ContainerLife> containers) {
        this.scheduled = scheduled;
        this.pulled = pulled;
        this.initContainers = List.copyOf(initContainers);
        this.containers = List.copyOf(containers);
        this.initialized = containers.getFirst().start() != null;
        this.end = initialized ? lastEnd(containers) : endOfFailedInit(initContainers);
    }

    static GroupLife plan(
            Instant created, Delays delays, RestartPolicy policy, List<Program> initPrograms, List<Program> programs) {
        Instant scheduled = created.plus(delays.scheduling());
        Instant pulled = scheduled.plus(delays.pending());
        List<ContainerLife> initLives = new ArrayList<>();
        Instant start = pulled;
        for (Program program : initPrograms) {
            ContainerLife life = new ContainerLife(program, policy.forInitContainers(), delays.restart(), start);
            initLives.add(life);
            start = life.succeeds() ? life.end() : null;
        }
        List<ContainerLife> lives = new ArrayList<>();
        for (Program program : programs) {
            lives.add(new ContainerLife(program, policy, delays.restart(), start));
        }
        return new GroupLife(scheduled, pulled, initLives, lives);
    }

    private static @Nullable Instant lastEnd(List<ContainerLife> lives) {
        Instant last = Instant.MIN;
        for (ContainerLife life : lives) {
            Instant end = life.end();
            if (end == null) {
                return null;
            }
            last = end.isAfter(last) ? end : last;
        }
        return last;
    }

    private static @Nullable Instant endOfFailedInit(List<ContainerLife> lives) {
        return lives.stream()
                .filter(life -> !life.succeeds())
                .findFirst()
                .map(ContainerLife::end)
                .orElse(null);
    }

    GroupStatus statusAt(Instant now) {
        if (end != null && !now.isBefore(end)) {
            return succeeds() ? GroupStatus.SUCCEEDED : GroupStatus.FAILED;
        }
        if (now.isBefore(scheduled)) {
            return GroupStatus.SCHEDULING;
        }
        return containers.getFirst().at(now) == null ? GroupStatus.PENDING : GroupStatus.RUNNING;
    }

    private boolean succeeds() {
        return initialized && containers.stream().allMatch(ContainerLife::succeeds);
    }

    /** When the last container ends for good; null for never. */
    @Nullable
    Instant end() {
        return end;
    }

    Instant scheduled() {
        return scheduled;
    }

    Instant pulled() {
        return pulled;
    }

    ContainerLife initContainer(int index) {
        return initContainers.get(index);
    }

    ContainerLife container(int index) {
        return containers.get(index);
    }
}
