package io.vnode.addon.settings;

/** What becomes of the pods of DaemonSets, which a virtual node does not run. */
public enum DaemonSetPods {
    /** They stay pending, with a reason in their status and an event. */
    DECLINE,
    /** They stay pending, and nothing is said. */
    IGNORE
}
