package io.vnode.emulator.state;

/** What came of a wish for a container group. */
public sealed interface CreateResult {

    /** The group is there; for a repeated client token, it is the one of the first time. */
    record Created(String containerGroupId) implements CreateResult {}

    /** The client token was used with other parameters. */
    record TokenMismatch() implements CreateResult {}

    /** None of the vSwitches has a free address. */
    record NoFreeAddress() implements CreateResult {}
}
