package io.vnode.emulator.metadata;

import io.vnode.emulator.access.RandomText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The tokens that were given out, until they end. Safe for use by many threads. */
final class MetadataTokens {

    private static final int LENGTH = 56;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> ends = new HashMap<>();

    MetadataTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String give(Duration duration) {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !now.isBefore(end));
        String token = RandomText.of(random, LENGTH);
        ends.put(token, now.plus(duration));
        return token;
    }

    synchronized boolean good(String token) {
        Instant end = ends.get(token);
        return end != null && clock.instant().isBefore(end);
    }
}
