package io.vnode.emulator.wire;

/** Something next to the APIs that answers HTTP calls without a signature. It must not wait: it runs on an event loop. */
@FunctionalInterface
public interface HttpResource {

    /** The reply to a call at one of its paths. */
    HttpReply answer(HttpCall call);

    /** A reply with a JSON document whose names are those of the record's components. */
    static HttpReply json(int status, Object document) {
        return new HttpReply.Json(status, JsonText.page(document));
    }

    /** A reply that says what is wrong with the call. */
    static HttpReply error(int status, String message) {
        return HttpRoutes.error(status, message);
    }
}
