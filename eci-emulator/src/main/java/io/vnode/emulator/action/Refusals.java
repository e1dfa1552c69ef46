package io.vnode.emulator.action;

import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;

/** Refusals that several actions share. */
final class Refusals {

    private Refusals() {}

    /** A regional endpoint answers for its own region only. */
    static void requireRegion(Parameters parameters, Region region) {
        String asked = parameters.textOr("RegionId", region.id());
        if (!asked.equals(region.id())) {
            throw new ApiException(
                    404,
                    "InvalidRegionId.NotFound",
                    "The specified RegionId does not exist: '%s'; this endpoint serves %s."
                            .formatted(asked, region.id()));
        }
    }

    static ApiException unknownContainerGroup(String id) {
        return new ApiException(
                404,
                "InvalidContainerGroupId.NotFound",
                "The specified ContainerGroupId does not exist: '%s'.".formatted(id));
    }
}
