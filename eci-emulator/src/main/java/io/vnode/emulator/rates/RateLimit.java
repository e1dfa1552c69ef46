package io.vnode.emulator.rates;

/** How often one action may be called. */
public sealed interface RateLimit {

    /** So many calls in each minute, counted from the first of them. */
    record PerMinute(int calls) implements RateLimit {}

    /** A bucket of tokens of which each call takes one. */
    record Bucket(int burst, double perSecond) implements RateLimit {}
}
