package io.vnode.eci;

/** What came of asking ECI to delete a container group. */
public sealed interface DeleteOutcome {

    /** ECI took the request; the group ends after its grace period. */
    record Accepted(String requestId) implements DeleteOutcome {}

    /** ECI knows no such group, at least not for this access key in this region. */
    record NotFound(String requestId) implements DeleteOutcome {}
}
