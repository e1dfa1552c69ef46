package io.vnode.provider.node.ownership;

/** The store did not answer, or not to the point; what was asked of it may have been done or not. */
final class LeaseStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseStoreException(String why, Throwable cause) {
        super(why, cause);
    }
}
