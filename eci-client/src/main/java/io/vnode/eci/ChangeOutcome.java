package io.vnode.eci;

/** What came of asking ECI to change something that exists. */
public sealed interface ChangeOutcome {

    /** ECI took the request and is at it. */
    record Accepted(String requestId) implements ChangeOutcome {}

    /** It is as it was asked to become already. */
    record Unchanged(String requestId) implements ChangeOutcome {}

    /** ECI knows no such thing, at least not for this access key in this region. */
    record NotFound(String requestId) implements ChangeOutcome {}

    /** ECI will never take this request as it stands, so repeating it is pointless. */
    record Rejected(String code, String detail, String requestId) implements ChangeOutcome {}
}
