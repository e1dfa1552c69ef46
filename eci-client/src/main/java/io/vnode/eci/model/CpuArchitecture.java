package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** Kinds of processor. */
public enum CpuArchitecture {
    AMD64("AMD64"),
    ARM64("ARM64");

    private final String word;

    CpuArchitecture(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable CpuArchitecture of(@Nullable String word) {
        for (CpuArchitecture one : values()) {
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
