package io.vnode.addon;

import java.util.Objects;

/**
 * One incarnation of a pod. A pod that was deleted and created again under its name has another UID and so another key.
 *
 * @param namespace the pod's namespace
 * @param name the pod's name, 1 to 253 characters
 * @param uid the UID that the API server gave it
 */
public record PodKey(String namespace, String name, String uid) {

    public PodKey {
        requireText(namespace, "namespace");
        requireText(name, "name");
        requireText(uid, "uid");
    }

    private static void requireText(String value, String part) {
        if (Objects.requireNonNull(value, part).isBlank()) {
            throw new IllegalArgumentException("a pod key needs a " + part);
        }
    }

    /** {@code namespace/name}, as people refer to a pod. */
    public String qualifiedName() {
        return namespace + "/" + name;
    }

    @Override
    public String toString() {
        return qualifiedName() + "@" + uid;
    }
}
