package io.vnode.provider.http;

/** Answers requests; may block. */
@FunctionalInterface
public interface HttpHandler {

    /** Answers one request. */
    HttpReply handle(HttpRequest request) throws InterruptedException;
}
