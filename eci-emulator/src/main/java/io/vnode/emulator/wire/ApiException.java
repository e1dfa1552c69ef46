package io.vnode.emulator.wire;

import org.jspecify.annotations.Nullable;

/** A call that is refused, with what the caller gets to read. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;
    private final transient @Nullable Object accessDeniedDetail;

    /** A refusal with an HTTP status, a code of the API reference, and a sentence. */
    public ApiException(int httpStatus, String code, String message) {
        this(httpStatus, code, message, null);
    }

    /** A refusal that also tells which permission is missing, in a record of its own. */
    public ApiException(int httpStatus, String code, String message, @Nullable Object accessDeniedDetail) {
        super(message, null, false, false); // refusals are ordinary: no stack trace
        this.httpStatus = httpStatus;
        this.code = code;
        this.accessDeniedDetail = accessDeniedDetail;
    }

    /** A required parameter is not there or empty. */
    public static ApiException missing(String parameter) {
        return new ApiException(
                400,
                "MissingParameter",
                "The input parameter \"%s\" that is mandatory for processing this request is not supplied."
                        .formatted(parameter));
    }

    /** A parameter is unknown or has a value that its rule does not allow. */
    public static ApiException invalid(String parameter, String objection) {
        return new ApiException(
                400, "InvalidParameter", "The specified parameter \"%s\" %s.".formatted(parameter, objection));
    }

    /** The HTTP status of the answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Which permission is missing; null when that is not the reason. */
    @Nullable
    Object accessDeniedDetail() {
        return accessDeniedDetail;
    }

    /** The error code of the answer. */
    public String code() {
        return code;
    }
}
