package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container group that was accepted. Its life is not in here: it is laid out again whenever somebody wants to see it.
 *
 * @param number counts groups in the order of their creation
 * @param firstSpec what was asked for at its creation
 * @param noStock whether it was accepted although there is nothing to run it on
 * @param changes what was done to it since, oldest first
 * @param phases when its status changes
 * @param holding what it has of the region's resources; null when it has given it back
 * @param deletion null while nobody has asked to delete it
 */
record ContainerGroup(
        long number,
        String id,
        GroupSpec firstSpec,
        Placement placement,
        Instant created,
        boolean noStock,
        List<Change> changes,
        Phases phases,
        @Nullable Holding holding,
        @Nullable Deletion deletion) {

    /** How long an ended group can be read, whatever else there is. */
    static final Duration KEPT_AFTER_END = Duration.ofHours(1);

    /** How long one can be read for which there were no resources. */
    static final Duration KEPT_AFTER_FAILED_SCHEDULING = Duration.ofHours(24);

    /** What it is to be now. */
    GroupSpec spec() {
        for (Change change : changes.reversed()) {
            if (change instanceof Change.Updated updated) {
                return updated.spec();
            }
        }
        return firstSpec;
    }

    ContainerGroup planned(LifePlanner planner) {
        return with(changes, planner.life(this).phases(), holding, deletion);
    }

    ContainerGroup changed(Change change, LifePlanner planner) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return with(List.copyOf(more), phases, holding, deletion).planned(planner);
    }

    ContainerGroup deleted(Deletion when) {
        return with(changes, phases, holding, when);
    }

    ContainerGroup released() {
        return with(changes, phases, null, deletion);
    }

    private ContainerGroup with(
            List<Change> newChanges, Phases newPhases, @Nullable Holding newHolding, @Nullable Deletion newDeletion) {
        return new ContainerGroup(
                number, id, firstSpec, placement, created, noStock, newChanges, newPhases, newHolding, newDeletion);
    }

    GroupStatus statusAt(Instant now) {
        return deletion == null ? phases.statusAt(now) : GroupStatus.TERMINATING;
    }

    /** Whether somebody asked to delete it and the wait is over. */
    boolean goneAt(Instant now) {
        return deletion != null && !now.isBefore(deletion.gone());
    }

    /** Whether it holds no resources any more, such as its address. */
    boolean releasedAt(Instant now) {
        return goneAt(now) || (deletion == null && statusAt(now).ended());
    }

    /** When its record becomes one of the old ones, of which only the newest are kept; null when it does not end by itself. */
    @Nullable
    Instant old() {
        Instant end = phases.end();
        return end == null || deletion != null
                ? null
                : end.plus(
                        phases.outcome() == GroupStatus.SCHEDULE_FAILED
                                ? KEPT_AFTER_FAILED_SCHEDULING
                                : KEPT_AFTER_END);
    }

    /** Whether the spot market has said that it takes the group back. */
    boolean reclaimed() {
        return changes.stream().anyMatch(Change.Reclaimed.class::isInstance);
    }

    /** When a deletion was asked for, and when the group is gone. */
    record Deletion(Instant asked, Instant gone) {}
}
