package io.vnode.emulator.access;

/** A policy document cannot be understood. The message says why, as a sentence that can be shown to people. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPolicyException(String message) {
        super(message);
    }
}
