package io.vnode.eci;

import org.jspecify.annotations.Nullable;

/**
 * ECI could not be asked, or its answer is neither what was asked for nor one of the outcomes. Whether a changing call
 * took effect is then unknown.
 */
public final class EciException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to make of a failure. */
    public enum Kind {
        /** Throttled, or trouble on the server's side, for longer than the client was willing to repeat the call. */
        RETRY_LATER,
        /** No answer: name not resolved, connection refused or broken, or time run out. */
        UNREACHABLE,
        /** The access key is unknown, inactive or expired, its secret is wrong, or this machine's clock is. */
        BAD_CREDENTIALS,
        /** The identity or the account may not do this: RAM policy, unpaid bills, a service not enabled. */
        NOT_PERMITTED,
        /** What the call is about does not exist. */
        NOT_FOUND,
        /** The state of what the call is about forbids it at present, or the client token was used for another request. */
        CONFLICT,
        /** ECI does not accept the request. */
        INVALID,
        /** The answer is cut off, or not of the documented shape. */
        UNREADABLE,
        /** A failure of which ECI's documentation says nothing. */
        UNKNOWN;

        /** Whether the same call may succeed later without anybody changing anything. */
        public boolean passing() {
            return this == RETRY_LATER || this == UNREACHABLE || this == CONFLICT || this == UNREADABLE;
        }
    }

    private final Kind kind;
    private final String action;
    private final String code;
    private final String detail;
    private final String requestId;
    private final int httpStatus;
    private final boolean outcomeUnknown;

    /**
     * @param kind what to make of it
     * @param action what ECI was asked to do, for example {@code DescribeContainerGroups}
     * @param code ECI's error code, or a word of ours where there was no answer
     * @param detail ECI's own sentence, or the evidence
     * @param requestId id of the request in ECI's records; empty without an answer
     * @param httpStatus status of the answer; 0 without one
     * @param cause what was thrown below, if anything
     */
    public EciException(
            Kind kind,
            String action,
            String code,
            String detail,
            String requestId,
            int httpStatus,
            @Nullable Throwable cause) {
        this(kind, action, code, detail, requestId, httpStatus, false, cause);
    }

    private EciException(
            Kind kind,
            String action,
            String code,
            String detail,
            String requestId,
            int httpStatus,
            boolean outcomeUnknown,
            @Nullable Throwable cause) {
        super(message(action, code, detail, requestId), cause);
        this.kind = kind;
        this.action = action;
        this.code = code;
        this.detail = detail;
        this.requestId = requestId;
        this.httpStatus = httpStatus;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** The same, said of a change that must not be repeated blindly. */
    public EciException afterwardsUnknown() {
        return new EciException(
                kind,
                action,
                code,
                detail + "; it may have been done all the same, so look before asking again",
                requestId,
                httpStatus,
                true,
                getCause());
    }

    /** Whether a change that must not be repeated blindly was asked for, and may have been made or not. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    private static String message(String action, String code, String detail, String requestId) {
        String sentence = "%s: %s: %s".formatted(action, code, detail);
        return requestId.isEmpty() ? sentence : sentence + " (request " + requestId + ")";
    }

    /** What to make of the failure. */
    public Kind kind() {
        return kind;
    }

    /** What ECI was asked to do. */
    public String action() {
        return action;
    }

    /** ECI's error code, or a word of ours where there was no answer. */
    public String code() {
        return code;
    }

    /** ECI's own sentence, or the evidence. */
    public String detail() {
        return detail;
    }

    /** Id of the request in ECI's records; empty without an answer. */
    public String requestId() {
        return requestId;
    }

    /** HTTP status of the answer; 0 without one. */
    public int httpStatus() {
        return httpStatus;
    }
}
