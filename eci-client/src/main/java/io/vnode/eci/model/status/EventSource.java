package io.vnode.eci.model.status;

import org.jspecify.annotations.Nullable;

/** Who noticed. */
public enum EventSource {
    /** ECI itself. */
    ECI_SERVICE("EciService"),
    /** The agent beside the containers. */
    K8S_AGENT("K8sAgent");

    private final String word;

    EventSource(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable EventSource of(@Nullable String word) {
        for (EventSource one : values()) {
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
