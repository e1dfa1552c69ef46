package io.vnode.provider.containergroup.sweep;

import java.time.Duration;

/**
 * How long a sweep waits, and how much it believes at once.
 *
 * @param interval time between two sweeps
 * @param grace how long a group must have been without a pod, and in existence
 * @param mostAtOnce so many groups may be deleted by one sweep in any case
 * @param partAtOnce and such a part of all groups
 * @param mostByPart but of that part no more than so many
 * @param confirmation how long more than that must stay unwanted before it is believed
 */
public record SweepRules(
        Duration interval, Duration grace, int mostAtOnce, double partAtOnce, int mostByPart, Duration confirmation) {

    private static final int CONFIRMATION_FACTOR = 6;

    /** The usual rules for a grace time: with 300 seconds a sweep every two minutes, and half an hour for a mass of groups. */
    public static SweepRules withGrace(Duration grace) {
        return new SweepRules(
                grace.multipliedBy(2).dividedBy(5), grace, 10, 0.1, 100, grace.multipliedBy(CONFIRMATION_FACTOR));
    }

    /** Whether so many of so many are more than one sweep may delete unconfirmed. */
    boolean tooMany(int unwanted, int known) {
        return unwanted > Math.max(mostAtOnce, Math.min(mostByPart, (int) (known * partAtOnce)));
    }
}
