package io.vnode.eci;

import java.time.Duration;

/**
 * How long the client waits.
 *
 * @param connect for a connection
 * @param read for the next byte of an answer
 * @param call for one operation as a whole, with all its repetitions and pages
 */
public record EciTimeouts(Duration connect, Duration read, Duration call) {

    /** Waits that suit a person at a terminal as well as a control loop. */
    public static final EciTimeouts DEFAULT =
            new EciTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60));

    public EciTimeouts {
        requirePositive("connect", connect);
        requirePositive("read", read);
        requirePositive("call", call);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("timeout %s is %s; it must be positive".formatted(name, duration));
        }
    }
}
