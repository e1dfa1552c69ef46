package io.vnode.provider.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param method for example {@code GET}
 * @param path the decoded path, without the query
 * @param query the decoded query, in order
 * @param contentType media type of the body, if the caller named one
 * @param body the body; empty when there is none
 * @param clientCertificates the chain that the caller presented, its own first; the caller has proven to hold its key, but
 *     <b>nothing says yet who signed it</b>; empty when none was presented
 * @param bearerToken the token that the caller says it has; null when it shows none
 */
public record HttpRequest(
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String contentType,
        byte[] body,
        List<X509Certificate> clientCertificates,
        @Nullable String bearerToken) {

    /** The last value of a query parameter; null when it is absent. */
    public @Nullable String parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getLast();
    }

    /** Shows what was asked for, not with what. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
