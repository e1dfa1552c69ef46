package io.vnode.emulator.imagecache;

/** Where an image cache is in its life. */
public enum CacheStatus {
    PREPARING("Preparing"),
    CREATING("Creating"),
    READY("Ready"),
    FAILED("Failed");

    private final String wireName;

    CacheStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The status's name in the API. */
    public String wireName() {
        return wireName;
    }
}
