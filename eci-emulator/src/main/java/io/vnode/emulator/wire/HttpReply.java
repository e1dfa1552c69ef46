package io.vnode.emulator.wire;

import java.time.Duration;
import java.util.function.Supplier;

/** What goes back over HTTP. */
public sealed interface HttpReply {

    /** A JSON body. */
    record Json(int status, byte[] body) implements HttpReply {}

    /** A page for a browser. */
    record Page(WebPage.Document document) implements HttpReply {}

    /**
     * A body of whatever kind.
     *
     * @param contentType empty for none
     */
    record Content(int status, String contentType, byte[] body) implements HttpReply {}

    /** A JSON body of which one byte is sent after each pause. */
    record Trickle(byte[] body, Duration pause) implements HttpReply {}

    /** A JSON body that starts like this and then repeats one byte until it has this length or the caller goes away. */
    record Endless(byte[] start, byte repeated, long length) implements HttpReply {}

    /** Nothing yet: what to reply is worked out after the delay. */
    record Later(Duration delay, Supplier<HttpReply> reply) implements HttpReply {}

    /** Nothing: the connection is closed. */
    record Hangup() implements HttpReply {}
}
