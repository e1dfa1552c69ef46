package io.vnode.emulator.state;

import java.util.List;

/**
 * Where a container group may go.
 *
 * @param vSwitchIds known ids, in order of preference
 * @param spread whether to pick one at random instead of the first with a free address
 */
public record PlacementWish(List<String> vSwitchIds, boolean spread) {

    /** Copies the list. */
    public PlacementWish {
        vSwitchIds = List.copyOf(vSwitchIds);
    }
}
