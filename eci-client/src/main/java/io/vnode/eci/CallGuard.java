package io.vnode.eci;

import org.jspecify.annotations.Nullable;

/**
 * Is asked before every attempt of every call, by the thread that makes it, after the call has waited for its turn and just
 * before it is sent. By this a process that lost the right to act finds out before it does, however long a call was held
 * back. It must be quick and must not throw.
 */
@FunctionalInterface
public interface CallGuard {

    /** Lets everything through. */
    CallGuard NONE = _ -> null;

    /**
     * Why the attempt must not be made; null when it may be.
     *
     * @param action what ECI is to be asked to do, for example {@code CreateContainerGroup}
     */
    @Nullable
    String objection(String action);
}
