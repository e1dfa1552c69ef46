package io.vnode.emulator.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a container group may go, and what it may be made of.
 *
 * @param vSwitchIds known ids, in order of preference
 * @param spread whether to try them in any order instead
 * @param capacities sizes and instance types that will do, in order of preference
 * @param privateAddress the address that it wants; null for any
 */
public record PlacementWish(
        List<String> vSwitchIds,
        boolean spread,
        List<Capacity> capacities,
        @Nullable String privateAddress) {

    /** Copies the lists. */
    public PlacementWish {
        vSwitchIds = List.copyOf(vSwitchIds);
        capacities = List.copyOf(capacities);
    }
}
