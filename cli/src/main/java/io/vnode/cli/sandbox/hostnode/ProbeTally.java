package io.vnode.cli.sandbox.hostnode;

import org.jspecify.annotations.Nullable;

/** Counts the answers to a probe and tells when they have changed for good. */
final class ProbeTally {

    private final int failureThreshold;
    private final int successThreshold;
    private int failures;
    private int successes;
    private @Nullable Boolean holds;
    private boolean everSucceeded;

    ProbeTally(int failureThreshold, int successThreshold) {
        this.failureThreshold = failureThreshold;
        this.successThreshold = successThreshold;
    }

    /** True or false when this answer makes the difference, else null. */
    @Nullable
    Boolean count(boolean success) {
        everSucceeded |= success;
        successes = success ? successes + 1 : 0;
        failures = success ? 0 : failures + 1;
        if (successes >= successThreshold && !Boolean.TRUE.equals(holds)) {
            holds = true;
            return true;
        }
        if (failures >= failureThreshold && !Boolean.FALSE.equals(holds)) {
            holds = false;
            return false;
        }
        return null;
    }

    boolean everSucceeded() {
        return everSucceeded;
    }
}
