package io.vnode.eci.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundedHttpTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final URI TARGET = URI.create("http://eci.example.test/hello");

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/hello", exchange -> say(exchange, "hello".getBytes(UTF_8)));
        server.createContext("/long", exchange -> say(exchange, new byte[BoundedHttp.LONGEST_ANSWER + 1]));
        server.createContext("/never", this::beginAndNeverEnd);
        server.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void goesThroughAProxyAndTellsItUserAndPassword() throws IOException {
        // "user:p@ss+w:rd", of which Basic makes this
        try (TestProxy proxy = TestProxy.to(server.getAddress(), "Basic dXNlcjpwQHNzK3c6cmQ=");
                BoundedHttp http = through(proxy, "user:p%40ss+w:rd@")) {
            BoundedHttp.Reply reply = http.get(TARGET, Map.of());

            assertThat(new String(reply.body(), UTF_8)).isEqualTo("hello");
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://eci.example.test/hello HTTP/1.1");
        }
    }

    @Test
    void saysThatTheProxyWantsAPassword() throws IOException {
        try (TestProxy proxy = TestProxy.to(server.getAddress(), "Basic x");
                BoundedHttp http = through(proxy, "")) {
            assertThatThrownBy(() -> http.get(TARGET, Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("http://127.0.0.1:" + proxy.port())
                    .hasMessageContaining("wants a user and a password");
        }
    }

    @Test
    void saysThatTheProxyDoesNotAcceptThePasswordWithoutShowingIt() throws IOException {
        try (TestProxy proxy = TestProxy.to(server.getAddress(), "Basic x");
                BoundedHttp http = through(proxy, "user:wrong-password@")) {
            assertThatThrownBy(() -> http.get(TARGET, Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not accept the user and password")
                    .message()
                    .doesNotContain("wrong-password", "user:");
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLong() {
        try (BoundedHttp http = new BoundedHttp(Proxies.none(), TIMEOUT)) {
            assertThatThrownBy(() -> http.get(local("/long"), Map.of())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverEnds() {
        try (BoundedHttp http = new BoundedHttp(Proxies.none(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> http.get(local("/never"), Map.of()))
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessage("no complete answer within 300 ms");
        }
    }

    private static BoundedHttp through(TestProxy proxy, String user) {
        return new BoundedHttp(
                new Proxies(Map.of("http_proxy", "http://" + user + "127.0.0.1:" + proxy.port()), null), TIMEOUT);
    }

    private URI local(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void say(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void beginAndNeverEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
        try {
            closing.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
