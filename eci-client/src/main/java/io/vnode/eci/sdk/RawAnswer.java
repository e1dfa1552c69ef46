package io.vnode.eci.sdk;

/** An answer as it came, with whatever status. */
record RawAnswer(int status, byte[] body) {

    /** Whether ECI says that it did what it was asked to. */
    boolean good() {
        return status >= 200 && status < 300;
    }
}
