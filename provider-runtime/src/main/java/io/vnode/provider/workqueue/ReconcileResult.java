package io.vnode.provider.workqueue;

import java.time.Duration;

/** How a step for one key ended. */
public sealed interface ReconcileResult {

    /** Nothing is left to do until something changes. */
    record Settled() implements ReconcileResult {}

    /** Not done yet; look again after a while, changed or not. */
    record RetryAfter(Duration delay) implements ReconcileResult {}
}
