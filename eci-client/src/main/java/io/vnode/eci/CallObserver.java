package io.vnode.eci;

import java.time.Duration;

/** Is told of every attempt of every call, by the thread that made it; for metrics. It must be quick and must not throw. */
@FunctionalInterface
public interface CallObserver {

    /** What a good answer has as its code. */
    String GOOD = "OK";

    /** Looks away. */
    CallObserver NONE = _ -> {};

    /** An attempt has ended. */
    void ended(Attempt attempt);

    /**
     * One attempt of a call.
     *
     * @param action what ECI was asked to do
     * @param code {@link #GOOD}, ECI's error code, or a word of ours where there was no (readable) answer
     * @param latency from sending the request to having read the answer
     * @param throttled how long the attempt was held back before, to keep within the rate limits and the number of calls at a time
     */
    record Attempt(String action, String code, Duration latency, Duration throttled) {}
}
