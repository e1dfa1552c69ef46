package io.vnode.eci;

import java.time.Duration;

/**
 * How long the client waits.
 *
 * @param connect for a connection
 * @param answer for one answer, from sending the request to the last byte
 * @param call for one operation as a whole, with all its repetitions and pages
 */
public record EciTimeouts(Duration connect, Duration answer, Duration call) {

    /** Waits that suit a person at a terminal as well as a control loop. */
    public static final EciTimeouts DEFAULT =
            new EciTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60));

    public EciTimeouts {
        requirePositive("connect", connect);
        requirePositive("answer", answer);
        requirePositive("call", call);
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("timeout %s is %s; it must be positive".formatted(name, duration));
        }
    }
}
