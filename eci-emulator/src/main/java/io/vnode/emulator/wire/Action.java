package io.vnode.emulator.wire;

/** One operation of the API. */
public interface Action {

    /** The name that callers send as {@code Action}. */
    String name();

    /** What callers may and must send. */
    ParameterSchema parameters();

    /**
     * Does the work and gives the answer, a record whose components become JSON fields with a capital first letter.
     *
     * @throws ApiException when the call is refused
     */
    Object answer(ActionCall call);
}
