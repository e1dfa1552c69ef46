package io.vnode.emulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A call as it came in: the method, and the parameters of query and form body together, decoded.
 *
 * @param httpMethod GET or POST
 * @param parameters decoded names and values; no name occurs twice
 */
record RpcRequest(String httpMethod, SortedMap<String, String> parameters) {

    private static final String FORM = "application/x-www-form-urlencoded";

    static RpcRequest parse(HttpCall call) {
        if (!call.method().equals("GET") && !call.method().equals("POST")) {
            throw new ApiException(
                    405, "UnsupportedHTTPMethod", "This http method is not supported: %s.".formatted(call.method()));
        }
        SortedMap<String, String> parameters = new TreeMap<>();
        read(call.rawQuery(), parameters);
        if (!call.body().isEmpty()) {
            if (!call.contentType().startsWith(FORM)) {
                throw new ApiException(
                        400,
                        "UnsupportedContentType",
                        "A body must be %s, not '%s'.".formatted(FORM, call.contentType()));
            }
            read(call.body(), parameters);
        }
        return new RpcRequest(call.method(), Collections.unmodifiableSortedMap(parameters));
    }

    static SortedMap<String, String> parameters(String encoded) {
        SortedMap<String, String> parameters = new TreeMap<>();
        read(encoded, parameters);
        return parameters;
    }

    private static void read(String encoded, SortedMap<String, String> parameters) {
        for (int begin = 0; begin < encoded.length(); ) {
            int ampersand = encoded.indexOf('&', begin);
            int end = ampersand < 0 ? encoded.length() : ampersand;
            if (end > begin) {
                readOne(encoded.substring(begin, end), parameters);
            }
            begin = end + 1;
        }
    }

    private static void readOne(String pair, SortedMap<String, String> parameters) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (parameters.put(name, value) != null) {
            throw ApiException.invalid(name, "is given twice");
        }
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new ApiException(400, "InvalidParameter", "The query or the form body is not URL-encoded.");
        }
    }

    /** The value of a parameter, empty when it is not there. */
    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The value of a parameter that must be there. */
    String required(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            throw ApiException.missing(name);
        }
        return value;
    }
}
