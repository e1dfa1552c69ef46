package io.vnode.emulator.action;

import io.vnode.emulator.state.CreateResult;
import io.vnode.emulator.state.PlacementWish;
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

    /** Why a container group was not created. */
    static ApiException of(CreateResult result, PlacementWish wish) {
        return switch (result) {
            case CreateResult.Created created -> throw new IllegalArgumentException(created + " is no refusal");
            case CreateResult.TokenMismatch() -> tokenMismatch();
            case CreateResult.NoFreeAddress() ->
                new ApiException(
                        403,
                        "InvalidVSwitchId.IpNotEnough",
                        "The specified VSwitch does not have enough IP addresses: %s.".formatted(wish.vSwitchIds()));
            case CreateResult.AddressInUse() ->
                new ApiException(
                        400,
                        "PrivateIpAddress.Already.InUse",
                        "The specified private IP address is in use: %s.".formatted(wish.privateAddress()));
            case CreateResult.EipInUse(var eip) ->
                new ApiException(400, "IncorrectStatus", "The status of the elastic IP %s is InUse.".formatted(eip));
            case CreateResult.NoStock() ->
                new ApiException(
                        403,
                        "OperationDenied.NoStock",
                        "The resource is out of stock in the specified zone. Please try other types, or choose other"
                                + " regions and zones.");
            case CreateResult.SpotNotMatched() ->
                new ApiException(403, "Spot.NotMatched", "The spot price limit is below what the market asks for.");
            case CreateResult.QuotaExceeded(var maxCpu) ->
                new ApiException(403, "QuotaExceeded", "The vCPU quota exceeded: %s.".formatted(maxCpu));
        };
    }

    static ApiException tokenMismatch() {
        return new ApiException(
                400,
                "IdempotentParameterMismatch",
                "The request uses the same client token as a previous, but non-identical request.");
    }

    /** The group is not in a status in which this can be done. */
    static ApiException incorrectStatus(String id, String wish) {
        return new ApiException(
                400,
                "IncorrectStatus",
                "The status of container group %s does not allow it to be %s.".formatted(id, wish));
    }

    static ApiException unknownContainerGroup(String id) {
        return new ApiException(
                404,
                "InvalidContainerGroupId.NotFound",
                "The specified ContainerGroupId does not exist: '%s'.".formatted(id));
    }
}
