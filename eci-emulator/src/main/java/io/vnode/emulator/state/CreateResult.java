package io.vnode.emulator.state;

/** What came of a wish for a container group. */
public sealed interface CreateResult {

    /** The group is there; for a repeated client token, it is the one of the first time. */
    record Created(String containerGroupId) implements CreateResult {}

    /** The client token was used with other parameters. */
    record TokenMismatch() implements CreateResult {}

    /** None of the vSwitches has a free address. */
    record NoFreeAddress() implements CreateResult {}

    /** The address that was asked for belongs to another group. */
    record AddressInUse() implements CreateResult {}

    /** The elastic IP that was asked for belongs to another group. */
    record EipInUse(String eipInstanceId) implements CreateResult {}

    /** None of the zones has any of the sizes left. */
    record NoStock() implements CreateResult {}

    /** The spot market asks for more than was offered. */
    record SpotNotMatched() implements CreateResult {}

    /** The account may not have so many vCPU. */
    record QuotaExceeded(double maxCpu) implements CreateResult {}
}
