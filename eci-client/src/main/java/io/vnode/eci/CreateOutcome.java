package io.vnode.eci;

/** What came of asking ECI for a container group. */
public sealed interface CreateOutcome {

    /** ECI took the request; the group is being scheduled. */
    record Accepted(String containerGroupId, String requestId) implements CreateOutcome {}

    /**
     * The request is right, but nothing is left to run it on: stock, addresses of the vSwitch, or the account's quota.
     * The same request may succeed later or in another zone.
     */
    record OutOfStock(String code, String detail, String requestId)
            implements CreateOutcome, CheckOutcome, ImageCacheOutcome {}

    /** ECI will never take this request as it stands, so repeating it is pointless. */
    record Rejected(String code, String detail, String requestId)
            implements CreateOutcome, CheckOutcome, ImageCacheOutcome {}
}
