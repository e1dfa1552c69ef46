package io.vnode.cli.sandbox.hostnode;

/** A container cannot be started as things are; the reason is one that Kubernetes knows. */
final class UnrunnableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    UnrunnableException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
