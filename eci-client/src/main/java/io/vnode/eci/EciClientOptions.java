package io.vnode.eci;

/**
 * How a client behaves.
 *
 * @param timeouts how long it waits
 * @param rateLimits how many calls it makes
 * @param concurrentCalls how many calls it has under way at a time, from 1; each has a connection of its own
 * @param observer is told of every attempt
 * @param guard is asked before every attempt
 */
public record EciClientOptions(
        EciTimeouts timeouts, RateLimits rateLimits, int concurrentCalls, CallObserver observer, CallGuard guard) {

    /** The usual waits, ECI's published limits, 64 calls at a time, nobody told, nobody asked. */
    public static final EciClientOptions DEFAULT =
            new EciClientOptions(EciTimeouts.DEFAULT, RateLimits.PUBLISHED, 64, CallObserver.NONE, CallGuard.NONE);

    public EciClientOptions {
        if (concurrentCalls < 1) {
            throw new IllegalArgumentException(
                    "%d calls at a time; there must be at least 1".formatted(concurrentCalls));
        }
    }

    /** The same with other waits. */
    public EciClientOptions withTimeouts(EciTimeouts changed) {
        return new EciClientOptions(changed, rateLimits, concurrentCalls, observer, guard);
    }

    /** The same with other limits. */
    public EciClientOptions withRateLimits(RateLimits changed) {
        return new EciClientOptions(timeouts, changed, concurrentCalls, observer, guard);
    }

    /** The same with another number of calls at a time. */
    public EciClientOptions withConcurrentCalls(int changed) {
        return new EciClientOptions(timeouts, rateLimits, changed, observer, guard);
    }

    /** The same with another observer. */
    public EciClientOptions withObserver(CallObserver changed) {
        return new EciClientOptions(timeouts, rateLimits, concurrentCalls, changed, guard);
    }

    /** The same with another guard. */
    public EciClientOptions withGuard(CallGuard changed) {
        return new EciClientOptions(timeouts, rateLimits, concurrentCalls, observer, changed);
    }
}
