package io.vnode.emulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that can go wrong with a call that was signed and written correctly. */
public sealed interface Fault {

    /** The call is refused before any work is done. */
    record Refusal(int httpStatus, String code, String message) implements Fault {}

    /** The call waits, then the work is done and answered. */
    record HangBeforeWork(Duration delay) implements Fault {}

    /** The work is done at once and the answer comes later. */
    record LateAnswer(Duration delay) implements Fault {}

    /** The connection is closed before any work is done. */
    record CloseBeforeWork() implements Fault {}

    /** The work is done, then the connection is closed instead of answering: the caller cannot know. */
    record CloseAfterWork() implements Fault {}

    /** The work is done and the answer's JSON ends in the middle. */
    record TruncatedAnswer() implements Fault {}

    /** The work is done and the answer comes byte by byte, with a pause after each. */
    record SlowBody(Duration pause) implements Fault {}

    /**
     * The work is done and the answer says that it is something else than JSON.
     *
     * @param contentType what it says; empty for no content type at all
     */
    record WrongContentType(String contentType) implements Fault {}

    /** The work is done and a page for browsers comes instead of the answer, as proxies send it. */
    record HtmlAnswer() implements Fault {}

    /** The work is done and the answer has no body. */
    record EmptyBody() implements Fault {}

    /** The work is done and the answer grows to this many bytes, within one JSON text. */
    record EndlessBody(long bytes) implements Fault {}

    /** The work is done and the answer's {@code NextToken} is the one that the caller sent, or one that never ends. */
    record RepeatedToken() implements Fault {}

    /** The work is done and the answer has lists within lists to this depth. */
    record DeepNesting(int depth) implements Fault {}

    /** The answer lists nothing, as for an identity without the right to list. */
    record EmptyList() implements Fault {}

    /**
     * A container group disappears by itself.
     *
     * @param id which; null for those that the call names, or for the one that it has just created
     */
    record GroupVanishes(@Nullable String id) implements Fault {}

    /** A zone has nothing left to sell: what the call wants is placed elsewhere, or refused. */
    record StockOut(String zoneId) implements Fault {}

    /** The server's clock is ahead by this much (behind, when negative) while it looks at the time stamp. */
    record ClockSkew(Duration ahead) implements Fault {}

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

    /** The access key has just been switched off. */
    static Fault credentialsRevoked() {
        return new Refusal(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled or status error.");
    }
}
