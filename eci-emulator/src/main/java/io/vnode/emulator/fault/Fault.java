package io.vnode.emulator.fault;

import java.time.Duration;

/** One thing that can go wrong with a call that was signed and written correctly. */
public sealed interface Fault {

    /** The call is refused before any work is done. */
    record Refusal(int httpStatus, String code, String message) implements Fault {}

    /** The connection is closed before any work is done. */
    record CloseBeforeWork() implements Fault {}

    /** The work is done, then the connection is closed instead of answering: the caller cannot know. */
    record CloseAfterWork() implements Fault {}

    /** The work is done and the answer's JSON ends in the middle. */
    record TruncatedAnswer() implements Fault {}

    /** The answer lists nothing, as for an identity without the right to list. */
    record EmptyList() implements Fault {}

    /** The work is done at once and the answer comes later. */
    record LateAnswer(Duration delay) implements Fault {}

    /** Too many calls. ECI answers this with HTTP 400. */
    static Fault throttled() {
        return new Refusal(400, "Throttling", "Request was denied due to request throttling.");
    }

    /** The service is down for a moment. */
    static Fault unavailable() {
        return new Refusal(
                503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server.");
    }

    /** The service has a bug. */
    static Fault internalError() {
        return new Refusal(500, "InternalError", "The request processing has failed due to some unknown error.");
    }

    /** No zone of the request has stock. */
    static Fault outOfStock() {
        return new Refusal(
                403,
                "OperationDenied.NoStock",
                "Create resource failed because the resource is out of stock in the specified zone. Multi-zone is"
                        + " recommended.");
    }

    /** The identity lacks the right. */
    static Fault notPermitted() {
        return new Refusal(403, "Forbidden.RAM", "The user is not authorized to operate on the specified resource.");
    }
}
