package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container group that was accepted.
 *
 * @param number counts groups in the order of their creation
 * @param deletion null while nobody has asked to delete it
 */
record ContainerGroup(
        long number,
        String id,
        GroupSpec spec,
        Placement placement,
        Instant created,
        GroupLife life,
        @Nullable Deletion deletion) {

    /** How long an ended group can still be read. */
    static final Duration KEPT_AFTER_END = Duration.ofHours(1);

    ContainerGroup deleted(Deletion when) {
        return new ContainerGroup(number, id, spec, placement, created, life, when);
    }

    GroupStatus statusAt(Instant now) {
        return deletion == null ? life.statusAt(now) : GroupStatus.TERMINATING;
    }

    /** Whether the record is no longer there. */
    boolean forgottenAt(Instant now) {
        Instant end = life.end();
        return deletion == null
                ? end != null && !now.isBefore(end.plus(KEPT_AFTER_END))
                : !now.isBefore(deletion.gone());
    }

    /** Whether the group holds no resources any more, such as its address. */
    boolean releasedAt(Instant now) {
        return forgottenAt(now) || (deletion == null && statusAt(now).ended());
    }

    /** When a deletion was asked for, and when the group is gone. */
    record Deletion(Instant asked, Instant gone) {}
}
