package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** What mounts of others a container sees. */
public enum MountPropagation {
    NONE("None"),
    HOST_TO_CONTAINER("HostToContainer"),
    BIDIRECTIONAL("Bidirectional");

    private final String word;

    MountPropagation(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable MountPropagation of(@Nullable String word) {
        for (MountPropagation one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        return null;
    }

    /** ECI's word. */
    public String word() {
        return word;
    }
}
