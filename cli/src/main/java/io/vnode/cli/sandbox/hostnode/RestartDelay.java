package io.vnode.cli.sandbox.hostnode;

import java.time.Duration;

/** How long to wait before a container that keeps ending is started again: longer each time, up to half a minute. */
final class RestartDelay {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The pause after a run that took this long. */
    Duration after(Duration run) {
        if (run.compareTo(GOOD_RUN) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
