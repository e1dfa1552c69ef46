package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.fault.FaultPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpServerTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        RpcEndpoint api = new RpcEndpoint(
                "eci",
                ActionCatalogue.of("v", List.of()),
                new RpcServices(
                        new Authenticator(List.of(new AccessKey("a", "b")), Clock.systemUTC()),
                        Guard.NONE,
                        new FaultPlan(),
                        CloudFaults.NONE,
                        new CallLog(),
                        Clock.systemUTC()));
        WebPage page = request -> new WebPage.Document(200, "<p>" + request.text("q") + "</p>", "default-src 'none'");
        HttpRoutes routes = new HttpRoutes(
                Map.of("/", api),
                Map.of(),
                Map.of("/", page, "/page", page),
                Map.of("/echo/", (request, peer) -> request.text("s").equals("yes") ? new Echo(peer) : null),
                Map.of());
        server = HttpServer.start(InetAddress.getLoopbackAddress(), 0, routes);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    @Test
    void carriesMessagesOfASocketBothWays() throws Exception {
        try (SocketCaller caller = SocketCaller.open(http, socket("/echo/?s=yes"))) {
            assertThat(text(caller.next())).isEqualTo("hello");
            caller.send("a€b".getBytes(StandardCharsets.UTF_8));

            assertThat(text(caller.next())).isEqualTo("a€b");
        }
        assertThat(gone.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void putsTheFramesOfALongMessageTogether() throws Exception {
        byte[] longest = new byte[SocketUpgrade.MAX_MESSAGE_LENGTH];
        longest[longest.length - 1] = 7;
        try (SocketCaller caller = SocketCaller.open(http, socket("/echo/?s=yes"))) {
            caller.next();
            caller.send(longest);

            assertThat(caller.next())
                    .isInstanceOfSatisfying(SocketCaller.Message.class, message -> assertThat(message.bytes())
                            .isEqualTo(longest));
        }
    }

    @Test
    void endsASocketWhoseMessageIsTooLong() throws Exception {
        try (SocketCaller caller = SocketCaller.open(http, socket("/echo/?s=yes"))) {
            caller.next();
            sendTooMuch(caller);

            assertThat(caller.next()).isInstanceOfSatisfying(SocketCaller.End.class, end -> assertThat(end.status())
                    .isEqualTo(1009));
        }
    }

    @Test
    void understandsNoTextOnASocket() throws Exception {
        try (SocketCaller caller = SocketCaller.open(http, socket("/echo/?s=yes"))) {
            caller.next();
            caller.sendText("hello");

            assertThat(caller.next()).isEqualTo(new SocketCaller.End(1003, "only binary messages are understood"));
        }
        assertThat(gone.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesASocketWithoutARightToIt() {
        for (String address : List.of("/echo/?s=no", "/echo/", "/echo/?s=yes&s=yes", "/elsewhere")) {
            assertThatThrownBy(() -> SocketCaller.open(http, socket(address)).close())
                    .as(address)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("Unexpected HTTP response status code 403");
        }
    }

    @Test
    void doesLaterWorkOfASocketUnlessItIsGone() throws Exception {
        try (SocketCaller caller = SocketCaller.open(http, socket("/echo/?s=yes"))) {
            caller.next();
            caller.send("later".getBytes(StandardCharsets.UTF_8));

            assertThat(text(caller.next())).isEqualTo("later");
            assertThat(text(caller.next())).isEqualTo("now it is later");
        }
    }

    @Test
    void showsABrowserThePageAndAnyoneElseTheApi() throws Exception {
        assertThat(get("/?q=1", "text/html").body()).isEqualTo("<p>1</p>");
        assertThat(get("/?Action=X", "text/html").body()).contains("MissingParameter");
        assertThat(get("/?q=1&Action=X", "text/html").body()).contains("MissingParameter");
        assertThat(get("/?q=1", "*/*").body()).contains("MissingParameter");
        assertThat(get("/page?q=1", "*/*").body()).isEqualTo("<p>1</p>");
    }

    @Test
    void tellsABrowserWhatAPageMayDo() throws Exception {
        HttpResponse<String> response = get("/page?q=2", "text/html");

        assertThat(response.headers().firstValue("content-type")).hasValue("text/html;charset=utf-8");
        assertThat(response.headers().firstValue("content-security-policy")).hasValue("default-src 'none'");
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(response.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(get("/page?q=1&q=2", "text/html").statusCode()).isEqualTo(400);
    }

    /** The emulator may end the socket before all of it is sent. */
    private static void sendTooMuch(SocketCaller caller) {
        try {
            caller.send(new byte[SocketUpgrade.MAX_MESSAGE_LENGTH + 1]);
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }

    private HttpResponse<String> get(String address, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri("http", address))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    private URI socket(String address) {
        return uri("ws", address);
    }

    private URI uri(String scheme, String address) {
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, server.port(), address));
    }

    private static String text(SocketCaller.Received received) {
        return new String(((SocketCaller.Message) received).bytes(), StandardCharsets.UTF_8);
    }

    private final class Echo implements SocketListener {

        private final SocketPeer peer;

        private Echo(SocketPeer peer) {
            this.peer = peer;
        }

        @Override
        public void opened() {
            peer.send("hello".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void received(byte[] message) {
            peer.send(message);
            if (new String(message, StandardCharsets.UTF_8).equals("later")) {
                peer.later(Duration.ofMillis(20), () -> peer.send("now it is later".getBytes(StandardCharsets.UTF_8)));
            }
        }

        @Override
        public void closed() {
            gone.complete(true);
        }
    }
}
