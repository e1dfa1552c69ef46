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

    /** A page for a browser. */
    record Page(WebPage.Document document) implements HttpReply {}

    /** Nothing: the connection is closed. */
    record Hangup() implements HttpReply {}
}
