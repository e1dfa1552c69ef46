package io.vnode.eci.sdk;

/** Whether a call may be made again when nobody knows what became of it. */
enum Repetition {
    /** Yes: it reads, or its client token makes a repetition harmless. */
    HARMLESS,
    /** No: only where ECI cannot have begun with it, because it was refused for now or never arrived. */
    ONLY_IF_NOT_BEGUN
}
