package io.vnode.addon.profile;

/** One selector of a profile is malformed; the message says which and how. */
final class InvalidSelectorException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidSelectorException(String message) {
        super(message);
    }
}
