package io.vnode.emulator.wire;

import java.time.Duration;

/** What goes back over HTTP. */
sealed interface HttpReply {

    /** A JSON body, sent after the delay. */
    record Json(int status, byte[] body, Duration delay) implements HttpReply {

        Json(int status, byte[] body) {
            this(status, body, Duration.ZERO);
        }
    }

    /** Nothing: the connection is closed. */
    record Hangup() implements HttpReply {}
}
