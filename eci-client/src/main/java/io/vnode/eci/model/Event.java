package io.vnode.eci.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something ECI noticed about a container group.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param name what it is about
 * @param reason one word
 * @param message a sentence
 * @param count how often it happened
 * @param firstTimestamp when first
 * @param lastTimestamp when last
 */
public record Event(
        String type,
        String name,
        String reason,
        String message,
        int count,
        @Nullable Instant firstTimestamp,
        @Nullable Instant lastTimestamp) {}
