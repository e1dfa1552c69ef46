package io.vnode.emulator.state;

import java.time.Instant;

/**
 * Something that happened to a container group.
 *
 * @param warning whether it is bad news
 * @param reason the event's name
 * @param message English text
 * @param count how often it happened
 * @param first when it happened first
 * @param last when it happened last
 */
public record GroupEvent(boolean warning, String reason, String message, int count, Instant first, Instant last) {

    static GroupEvent normal(String reason, String message, Instant time) {
        return new GroupEvent(false, reason, message, 1, time, time);
    }

    static GroupEvent warning(String reason, String message, Instant time) {
        return new GroupEvent(true, reason, message, 1, time, time);
    }
}
