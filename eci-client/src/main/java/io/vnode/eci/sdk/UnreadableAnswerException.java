package io.vnode.eci.sdk;

import org.jspecify.annotations.Nullable;

/** An answer that is cut off, or not of the documented shape. */
final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    UnreadableAnswerException(String message) {
        this(message, null);
    }
}
