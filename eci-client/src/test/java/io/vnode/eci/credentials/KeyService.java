package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that answers as a test says: the metadata service, STS, or whatever hands out keys. */
final class KeyService implements AutoCloseable {

    static final String KEY = """
            {"Code":"Success","AccessKeyId":"STS.temporary-id","AccessKeySecret":"temporary-secret",
             "SecurityToken":"temporary-token","Expiration":"2026-11-22T13:00:00Z"}""";

    static final String STS_ANSWER = "{\"RequestId\":\"R-1\",\"Credentials\":" + KEY + "}";

    static final Credentials CREDENTIALS = new Credentials(
            "STS.temporary-id", "temporary-secret", "temporary-token", TestClock.START.plusSeconds(3600));

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    record Request(String method, String path, Map<String, List<String>> headers, Map<String, String> form) {

        @Nullable
        String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }
    }

    record Reply(int status, String body) {}

    private KeyService(HttpServer server) {
        this.server = server;
    }

    static KeyService answering(Function<Request, Reply> answers) throws IOException {
        KeyService service =
                new KeyService(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        service.server.createContext("/", exchange -> service.answer(exchange, answers));
        service.server.start();
        return service;
    }

    static Reply good(String body) {
        return new Reply(200, body);
    }

    static Reply error(int status, String code) {
        return new Reply(
                status, "{\"RequestId\":\"R-1\",\"Code\":\"%s\",\"Message\":\"temporary-token\"}".formatted(code));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange, Function<Request, Reply> answers) throws IOException {
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders(),
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        requests.add(request);
        Reply reply = answers.apply(request);
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
