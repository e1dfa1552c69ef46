package io.vnode.cli.sandbox.hostnode;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one container stands at one moment.
 *
 * @param ready whether its readiness probe succeeds; false unless it runs
 * @param restarts how often it was started again
 * @param last how its previous run ended, or null if there was none
 */
record ContainerSnapshot(
        String name, String image, Phase phase, boolean ready, int restarts, Phase.@Nullable Ended last) {

    /** The three states that Kubernetes knows. */
    sealed interface Phase {

        /** It does not run yet, or not again yet. */
        record Waiting(String reason, String message) implements Phase {}

        /** Its process lives. */
        record Running(Instant since) implements Phase {}

        /** Its process has ended. */
        record Ended(int exitCode, String reason, Instant started, Instant finished) implements Phase {}
    }

    static ContainerSnapshot waiting(String name, String image, String reason, String message) {
        return new ContainerSnapshot(name, image, new Phase.Waiting(reason, message), false, 0, null);
    }

    ContainerSnapshot with(Phase next) {
        return new ContainerSnapshot(name, image, next, false, restarts, last);
    }

    ContainerSnapshot withReady(boolean now) {
        return new ContainerSnapshot(name, image, phase, now, restarts, last);
    }

    ContainerSnapshot restarting(Phase.Ended end, Phase next) {
        return new ContainerSnapshot(name, image, next, false, restarts + 1, end);
    }
}
