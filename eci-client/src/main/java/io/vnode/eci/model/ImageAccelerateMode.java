package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** Ways to start before the whole image is there. */
public enum ImageAccelerateMode {
    NYDUS("nydus"),
    DADI("dadi"),
    P2P("p2p"),
    /** From an image cache. */
    IMC("imc");

    private final String word;

    ImageAccelerateMode(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable ImageAccelerateMode of(@Nullable String word) {
        for (ImageAccelerateMode one : values()) {
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
