package io.vnode.provider.containergroup.sweep;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is to do.
 *
 * @param delete the groups to delete, with whether they are second groups of a pod that exists
 * @param heldBack why nothing is deleted although something is unwanted; null when that is not so
 * @param newlyFound how many unwanted groups no sweep before had found
 * @param memory what the next sweep is to know
 */
record SweepPlan(List<SweepNews.Swept> delete, @Nullable HeldBack heldBack, int newlyFound, SweepMemory memory) {

    SweepPlan {
        delete = List.copyOf(delete);
    }

    /** Too many at once: of so many, with so much time left until they are believed. */
    record HeldBack(int unwanted, int known, Duration left) {}
}
