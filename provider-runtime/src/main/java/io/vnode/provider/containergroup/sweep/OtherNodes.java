package io.vnode.provider.containergroup.sweep;

/** Knows which other virtual nodes have been left by their providers. */
@FunctionalInterface
public interface OtherNodes {

    /** Nobody looks after the groups of others. */
    OtherNodes NONE = _ -> false;

    /** Whether a node of this name has had no provider for long, and none is about to come back; false when in doubt. */
    boolean abandoned(String nodeName);
}
