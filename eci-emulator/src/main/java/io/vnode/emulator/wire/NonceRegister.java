package io.vnode.emulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the nonces of accepted calls for as long as their time stamps could still be accepted. Safe for use by many
 * threads.
 */
final class NonceRegister {

    private final Duration memory;
    private final Map<String, Instant> seen = new LinkedHashMap<>(); // oldest first

    NonceRegister(Duration memory) {
        this.memory = memory;
    }

    /** Whether the nonce is new; it is not, the next time. */
    synchronized boolean add(String accessKeyId, String nonce, Instant now) {
        forgetBefore(now.minus(memory));
        return seen.putIfAbsent(accessKeyId + "\n" + nonce, now) == null;
    }

    private void forgetBefore(Instant limit) {
        for (Iterator<Instant> times = seen.values().iterator();
                times.hasNext() && times.next().isBefore(limit); ) {
            times.remove();
        }
    }
}
