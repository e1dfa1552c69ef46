package io.vnode.provider.translate;

/**
 * A field of a pod that ECI cannot honour.
 *
 * @param field where it is in the pod, for example {@code spec.containers[web].livenessProbe}
 * @param effect what becomes of the pod
 */
public record Unsupported(String field, Effect effect) {

    /** What becomes of a pod with such a field. */
    public enum Effect {
        /** The pod would not do what it says, so it is not started. */
        REFUSED,
        /** The pod runs without it, and an event says so. */
        IGNORED
    }
}
