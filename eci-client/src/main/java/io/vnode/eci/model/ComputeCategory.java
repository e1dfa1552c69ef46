package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** Classes of hardware. */
public enum ComputeCategory {
    ECONOMY("economy"),
    GENERAL("general");

    private final String word;

    ComputeCategory(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable ComputeCategory of(@Nullable String word) {
        for (ComputeCategory one : values()) {
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
