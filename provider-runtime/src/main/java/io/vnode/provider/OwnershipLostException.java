package io.vnode.provider;

/** Another process has taken over this node's name. This one has done nothing since, and ends. */
final class OwnershipLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OwnershipLostException(String nodeName, String holder) {
        super("virtual node %s is kept by another process now: %s".formatted(nodeName, holder));
    }
}
