package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** Operating systems. */
public enum OsType {
    LINUX("Linux"),
    /** By invitation only. */
    WINDOWS("Windows");

    private final String word;

    OsType(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable OsType of(@Nullable String word) {
        for (OsType one : values()) {
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
