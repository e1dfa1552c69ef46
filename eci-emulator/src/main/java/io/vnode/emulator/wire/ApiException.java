package io.vnode.emulator.wire;

/** A call that is refused, with what the caller gets to read. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;

    /** A refusal with an HTTP status, a code of the API reference, and a sentence. */
    public ApiException(int httpStatus, String code, String message) {
        super(message);
        this.httpStatus = httpStatus;
        this.code = code;
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

    /** The error code of the answer. */
    public String code() {
        return code;
    }
}
