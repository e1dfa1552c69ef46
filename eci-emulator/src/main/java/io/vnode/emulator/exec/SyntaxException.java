package io.vnode.emulator.exec;

/** A script that cannot be read; the message goes to whoever wrote it. */
final class SyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
