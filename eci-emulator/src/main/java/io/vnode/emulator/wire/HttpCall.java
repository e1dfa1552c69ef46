package io.vnode.emulator.wire;

/**
 * What came over HTTP, before anybody has read it.
 *
 * @param method the HTTP method
 * @param path the path, without the query
 * @param rawQuery the query as it was sent, empty for none
 * @param contentType the content type, empty for none
 * @param body the body, empty for none
 * @param host the host and port that the caller has asked for, empty for none
 * @param accept the content types that the caller likes, empty for none
 */
record HttpCall(
        String method, String path, String rawQuery, String contentType, String body, String host, String accept) {

    HttpCall(String method, String path, String rawQuery, String contentType, String body) {
        this(method, path, rawQuery, contentType, body, "", "");
    }
}
