package io.vnode.emulator.wire;

import java.util.SortedMap;

/**
 * What came over HTTP, before anybody has read it.
 *
 * @param method the HTTP method
 * @param path the path, without the query
 * @param rawQuery the query as it was sent, empty for none
 * @param body the body, empty for none
 * @param headers the headers
 * @param sender the address it came from
 */
public record HttpCall(String method, String path, String rawQuery, String body, Headers headers, String sender) {

    HttpCall(String method, String path, String rawQuery, String contentType, String body) {
        this(method, path, rawQuery, body, name -> name.equals("content-type") ? contentType : "", "127.0.0.1");
    }

    /**
     * The query's decoded names and values.
     *
     * @throws ApiException when it cannot be decoded or says something twice
     */
    public SortedMap<String, String> query() {
        return RpcRequest.parameters(rawQuery);
    }

    /** The content type, empty for none. */
    String contentType() {
        return headers.first("content-type");
    }

    /** The host and port that the caller has asked for, empty for none. */
    String host() {
        return headers.first("host");
    }

    /** The content types that the caller likes, empty for none. */
    String accept() {
        return headers.first("accept");
    }

    /** Headers by their names, which are given in lower case. */
    @FunctionalInterface
    public interface Headers {

        /** The first value of a header, empty for none. */
        String first(String name);
    }
}
