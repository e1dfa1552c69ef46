package io.vnode.emulator.wire;

/** One operation of the API. */
public interface Action {

    /** The name that callers send as {@code Action}. */
    String name();

    /** What callers may and must send. */
    ParameterSchema parameters();

    /** Whether it may be called with GET; POST is always good. */
    default boolean takesGet() {
        return true;
    }

    /** Whether a call must be signed. What gives out credentials for a token cannot ask for that. */
    default boolean signed() {
        return true;
    }

    /**
     * Does the work and gives the answer, a record whose components become JSON fields with a capital first letter.
     *
     * @throws ApiException when the call is refused
     */
    Object answer(ActionCall call);
}
