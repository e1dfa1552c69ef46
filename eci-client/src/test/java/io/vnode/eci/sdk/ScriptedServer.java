package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** A server that answers as it was told, call after call, and remembers what it was asked. The last answer is repeated. */
public final class ScriptedServer implements AutoCloseable {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /** What was asked: what stood in the URL, and what stood in the form. */
    public record Call(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> form,
            Map<String, List<String>> headers) {}

    public sealed interface Reply {

        record Say(int status, String body) implements Reply {}

        record HangUp() implements Reply {}

        /** Begins an answer and never ends it. */
        record Trickle(String beginning) implements Reply {}

        /** Never stops, as fast as it can. */
        record Endless() implements Reply {}

        /** Promises more than it sends. */
        record CutOff(String beginning) implements Reply {}
    }

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    public static ScriptedServer answering(Reply... script) throws IOException {
        ScriptedServer scripted =
                new ScriptedServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        scripted.server.setExecutor(scripted.threads);
        scripted.server.createContext("/", exchange -> scripted.answer(exchange, script));
        scripted.server.start();
        return scripted;
    }

    public static Reply good(String body) {
        return new Reply.Say(200, body);
    }

    public static Reply error(int status, String code) {
        return new Reply.Say(
                status, "{\"RequestId\":\"R-1\",\"Code\":\"%s\",\"Message\":\"because of %s\"}".formatted(code, code));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Call> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange, Reply[] script) throws IOException {
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                parameters(exchange.getRequestURI().getRawQuery()),
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)),
                exchange.getRequestHeaders()));
        switch (script[Math.min(next.getAndIncrement(), script.length - 1)]) {
            case Reply.Say(var status, var body) -> send(exchange, status, body, 0);
            case Reply.Endless() -> {
                exchange.sendResponseHeaders(200, 0);
                while (true) { // until the client has hung up, which makes writing fail
                    exchange.getResponseBody().write(new byte[1 << 20]);
                }
            }
            case Reply.HangUp() -> exchange.close();
            case Reply.CutOff(var beginning) -> {
                send(exchange, 200, beginning, 10);
                exchange.close();
            }
            case Reply.Trickle(var beginning) -> {
                send(exchange, 200, beginning, 10);
                awaitClose();
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String body, int missing) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length + missing == 0 ? -1 : bytes.length + missing);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
        if (missing == 0) {
            exchange.close();
        }
    }

    private void awaitClose() throws IOException {
        try {
            closing.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> parameters(String encoded) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : AMPERSAND.split(encoded, -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
