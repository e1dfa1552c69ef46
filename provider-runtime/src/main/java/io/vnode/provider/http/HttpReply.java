package io.vnode.provider.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a handler answers. */
public sealed interface HttpReply {

    /** An answer that is complete. */
    record Whole(int status, String contentType, byte[] body) implements HttpReply {}

    /** An answer that is written piece by piece; the writer runs on the handler's thread and is interrupted when the caller leaves. */
    record Streamed(int status, String contentType, BodyWriter writer) implements HttpReply {}

    /** Writes the body of a streamed answer. */
    @FunctionalInterface
    interface BodyWriter {
        /** Writes until all is said, or until interrupted. */
        void writeTo(Sink sink) throws IOException, InterruptedException;
    }

    /** Where a streamed answer goes. */
    @FunctionalInterface
    interface Sink {
        /** Sends a piece on its way; waits while the caller is slow. */
        void write(byte[] piece) throws IOException;
    }

    /** A line of text. */
    static HttpReply text(int status, String text) {
        return new Whole(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
