package io.vnode.provider.node;

/**
 * Whether pods can be looked after, and why or why not.
 *
 * @param ready whether the node is to say Ready
 * @param reason one CamelCase word
 * @param message a sentence
 */
public record Readiness(boolean ready, String reason, String message) {

    static final Readiness STARTING = new Readiness(false, "KubeletNotReady", "the virtual node is starting");
    static final Readiness STOPPING = new Readiness(false, "KubeletStopping", "the virtual node is stopping");

    /** All is well. */
    public static Readiness yes() {
        return new Readiness(true, "KubeletReady", "the virtual node is ready and ECI answers");
    }

    /** Something is amiss. */
    public static Readiness no(String reason, String message) {
        return new Readiness(false, reason, message);
    }
}
