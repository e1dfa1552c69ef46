package io.vnode.provider.containergroup.sweep;

import io.vnode.addon.PodKey;

/** Knows whether pods exist. */
@FunctionalInterface
public interface PodExistence {

    /** Whether there is a pod of this namespace, name and UID, on whichever node. */
    PodPresence ask(PodKey pod);
}
