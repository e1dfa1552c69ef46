package io.vnode.emulator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which a container group's status changes, from the last intervention on.
 *
 * @param scheduled when resources are found
 * @param changing the status while an intervention is carried out
 * @param changed when that is over
 * @param running when the first container starts; null for never
 * @param end when all is over; null for never
 * @param outcome how it ends
 */
record Phases(
        Instant scheduled,
        GroupStatus changing,
        Instant changed,
        @Nullable Instant running,
        @Nullable Instant end,
        GroupStatus outcome) {

    GroupStatus statusAt(Instant now) {
        if (end != null && !now.isBefore(end)) {
            return outcome;
        }
        if (now.isBefore(scheduled)) {
            return GroupStatus.SCHEDULING;
        }
        if (now.isBefore(changed)) {
            return changing;
        }
        return running == null || now.isBefore(running) ? GroupStatus.PENDING : GroupStatus.RUNNING;
    }

    /** The same, ended at a moment unless it ends before. */
    Phases cut(Instant at, GroupStatus how) {
        return end != null && !end.isAfter(at) ? this : new Phases(scheduled, changing, changed, running, at, how);
    }
}
