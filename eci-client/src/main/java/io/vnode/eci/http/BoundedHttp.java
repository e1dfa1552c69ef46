package io.vnode.eci.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Small exchanges over HTTP, made now and then. Each ends within its timeout, counted to the last byte, and no answer may
 * be longer than {@value #LONGEST_ANSWER} bytes. Redirects are not followed. Closing really closes.
 */
public final class BoundedHttp implements AutoCloseable {

    static final int LONGEST_ANSWER = 256 * 1024;

    private final HttpClient http;
    private final Proxies proxies;
    private final Duration timeout;

    /** What came back, with whatever status. */
    public record Reply(int status, byte[] body) {

        /** Whether the server says that all is well. */
        public boolean good() {
            return status >= 200 && status < 300;
        }

        /** Shows nothing of the body. */
        @Override
        public String toString() {
            return "Reply[%d, %d bytes]".formatted(status, body.length);
        }
    }

    /** @param timeout of one exchange, from connecting to the last byte */
    public BoundedHttp(Proxies proxies, Duration timeout) {
        this.proxies = proxies;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .proxy(proxies)
                .build();
    }

    public Reply get(URI uri, Map<String, String> headers) throws IOException {
        return exchange(uri, headers, HttpRequest.newBuilder(uri).GET());
    }

    public Reply put(URI uri, Map<String, String> headers) throws IOException {
        return exchange(uri, headers, HttpRequest.newBuilder(uri).PUT(BodyPublishers.noBody()));
    }

    /** @param form URL-encoded */
    public Reply post(URI uri, String form) throws IOException {
        return exchange(
                uri,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
                HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(form)));
    }

    private Reply exchange(URI uri, Map<String, String> headers, HttpRequest.Builder request) throws IOException {
        headers.forEach(request::header);
        proxies.authorize(uri, request);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        HttpResponse<byte[]> answer = WholeAnswer.await(exchange, timeout);
        proxies.requireAuthorized(uri, answer.statusCode());
        return new Reply(answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
