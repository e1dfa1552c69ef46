package io.vnode.eci;

/** What ECI says of a request for a container group that it was only to check. */
public sealed interface CheckOutcome permits CheckOutcome.Passed, CreateOutcome.OutOfStock, CreateOutcome.Rejected {

    /** ECI would have taken the request. */
    record Passed(String requestId) implements CheckOutcome {}
}
