package io.vnode.emulator.state;

/** What came of a wish to change a container group. */
public enum ChangeResult {
    /** It is under way. */
    ACCEPTED,
    /** There is no such group. */
    UNKNOWN,
    /** The group is in a status in which this cannot be done. */
    WRONG_STATUS,
    /** There is nothing to change. */
    NOTHING_NEW,
    /** The client token was used with other parameters. */
    TOKEN_MISMATCH,
}
