package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** Where containers look up names. */
public enum DnsPolicy {
    /** The name servers of the VPC, and those of the {@link DnsConfig}. */
    DEFAULT("Default"),
    /** Only those of the {@link DnsConfig}. */
    NONE("None");

    private final String word;

    DnsPolicy(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable DnsPolicy of(@Nullable String word) {
        for (DnsPolicy one : values()) {
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
