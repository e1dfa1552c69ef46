package io.vnode.eci.json;

import org.jspecify.annotations.Nullable;

/** An answer that is cut off, or not of the documented shape. */
public final class UnreadableAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public UnreadableAnswerException(String message) {
        this(message, null);
    }
}
