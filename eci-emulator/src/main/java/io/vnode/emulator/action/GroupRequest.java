package io.vnode.emulator.action;

import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.PlacementWish;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Parameters;

/**
 * A container group as a call of {@code CreateContainerGroup} asks for it.
 *
 * @param spec what it is to be
 * @param wish where it may go, and what it may be made of
 */
record GroupRequest(GroupSpec spec, PlacementWish wish) {

    /**
     * Reads the parameters.
     *
     * @throws io.vnode.emulator.wire.ApiException when they do not fit together, or name something that does not exist
     */
    static GroupRequest read(Parameters parameters, Region region, Offer offer) {
        Location location = Location.read(parameters, region);
        GroupSpecReader.Read read = GroupSpecReader.read(parameters, location.securityGroupId(), offer);
        PlacementWish wish = new PlacementWish(
                location.vSwitchIds(), location.spread(), read.capacities(), location.privateAddress());
        return new GroupRequest(read.spec(), wish);
    }
}
