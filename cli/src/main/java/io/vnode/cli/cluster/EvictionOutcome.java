package io.vnode.cli.cluster;

/** What came of asking the API server to evict a pod. */
public sealed interface EvictionOutcome {

    /** It is on its way out. */
    record Evicted() implements EvictionOutcome {}

    /** It is not there any more, or another pod has its name now. */
    record Gone() implements EvictionOutcome {}

    /**
     * Not now.
     *
     * @param why the server's sentence, with the budget's name where it says so
     */
    record Blocked(String why) implements EvictionOutcome {}
}
