package io.vnode.emulator.state;

import java.time.Instant;
import java.util.List;

/**
 * The whole life of a container group, as far as it can be told: laid out at its creation, and anew from each intervention on.
 *
 * @param spec what it is to be
 * @param phases when its status changes
 * @param initContainers their lives, one after the other
 * @param containers their lives, side by side
 * @param news what else happens, and what happened to lives that are over
 */
record GroupLife(
        GroupSpec spec,
        Phases phases,
        List<ContainerLife> initContainers,
        List<ContainerLife> containers,
        List<GroupEvent> news) {

    GroupLife {
        initContainers = List.copyOf(initContainers);
        containers = List.copyOf(containers);
        news = List.copyOf(news);
    }

    /** The same life, ended for all containers at a moment unless it ends before. */
    GroupLife cut(Instant at, GroupStatus outcome) {
        return new GroupLife(
                spec,
                phases.cut(at, outcome),
                initContainers.stream().map(life -> life.cut(at)).toList(),
                containers.stream().map(life -> life.cut(at)).toList(),
                news);
    }

    boolean endsBefore(Instant time) {
        Instant end = phases.end();
        return end != null && !end.isAfter(time);
    }
}
