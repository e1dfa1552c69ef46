package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** What becomes of what an update does not name. */
public enum UpdateMode {
    /** It is lost: what is given takes the place of all there was. */
    RENEW("RenewUpdate"),
    /** It stays. Lists of containers, init containers and registry users are replaced all the same. */
    INCREMENTAL("IncrementalUpdate");

    private final String word;

    UpdateMode(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable UpdateMode of(@Nullable String word) {
        for (UpdateMode one : values()) {
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
