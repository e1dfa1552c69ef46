package io.vnode.emulator.journal;

/** A journal cannot be read, or a record cannot be written. The message can be shown to people as it is. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }

    JournalException(String message, Exception cause) {
        super(message, cause);
    }
}
