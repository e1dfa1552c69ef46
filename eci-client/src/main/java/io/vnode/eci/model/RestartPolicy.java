package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** What ECI does with a container that ends. */
public enum RestartPolicy {
    ALWAYS("Always"),
    ON_FAILURE("OnFailure"),
    NEVER("Never");

    private final String word;

    RestartPolicy(String word) {
        this.word = word;
    }

    /** Reads the word that ECI and Kubernetes share; null for any other. */
    public static @Nullable RestartPolicy of(@Nullable String word) {
        for (RestartPolicy policy : values()) {
            if (policy.word.equals(word)) {
                return policy;
            }
        }
        return null;
    }

    /** The word that ECI and Kubernetes share. */
    public String word() {
        return word;
    }
}
