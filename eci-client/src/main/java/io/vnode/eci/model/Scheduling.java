package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * Where ECI is to look for room, and for how long.
 *
 * @param zoneId the zone; null for those of the vSwitches
 * @param strategy the order of the vSwitches; null for ECI's default
 * @param maxPendingMinutes how long to keep trying, 10 to 1440; null for 240
 */
public record Scheduling(
        @Nullable String zoneId,
        @Nullable ScheduleStrategy strategy,
        @Nullable Integer maxPendingMinutes) {

    /** Wherever there is room. */
    public static final Scheduling ANYWHERE = new Scheduling(null, null, null);

    public Scheduling {
        Limits.within("maxPendingMinutes", maxPendingMinutes, 10, 1440);
    }
}
