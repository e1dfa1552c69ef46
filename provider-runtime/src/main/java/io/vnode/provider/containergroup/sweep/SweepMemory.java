package io.vnode.provider.containergroup.sweep;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sweeps remember of those before. A restarted process begins with nothing and only becomes more careful by it.
 *
 * @param unwanted the groups that nobody asks for, by id
 * @param tooManySince since when there are too many of them, by the monotonic clock; null when there are not
 */
record SweepMemory(Map<String, Sighting> unwanted, @Nullable Long tooManySince) {

    static final SweepMemory NOTHING = new SweepMemory(Map.of(), null);

    SweepMemory {
        unwanted = Map.copyOf(unwanted);
    }

    /**
     * An unwanted group, as seen so far without a break.
     *
     * @param since when it was first seen unwanted, by the monotonic clock
     * @param times in how many complete listings
     */
    record Sighting(long since, int times) {

        Sighting again() {
            return new Sighting(since, times + 1);
        }
    }
}
