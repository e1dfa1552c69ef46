package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * A container of a group, as ECI describes it.
 *
 * @param name its name, unique in the group
 * @param image the image it runs
 * @param cpu vCPUs; 0 when only the group's size was given
 * @param memory GiB; 0 when only the group's size was given
 * @param restartCount how often ECI restarted it
 * @param ready whether it is ready
 * @param currentState what it does
 * @param previousState how its run before this one ended, if there was one
 * @param spec what was ordered, as far as ECI tells: no hooks, no users of groups; null where nothing of it was read
 */
public record Container(
        String name,
        String image,
        double cpu,
        double memory,
        int restartCount,
        boolean ready,
        ContainerState currentState,
        @Nullable ContainerState previousState,
        @Nullable ContainerSpec spec) {

    /** A container of which only the state counts. */
    public Container(
            String name,
            String image,
            double cpu,
            double memory,
            int restartCount,
            boolean ready,
            ContainerState currentState,
            @Nullable ContainerState previousState) {
        this(name, image, cpu, memory, restartCount, ready, currentState, previousState, null);
    }
}
