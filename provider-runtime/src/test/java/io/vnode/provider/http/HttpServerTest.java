package io.vnode.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {

    private static final int MAX_BODY = 1000;

    private final CountDownLatch callerLeft = new CountDownLatch(1);
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        Routes routes = new Routes()
                .probe("/healthz", () -> List.of(new ProbeCheck("dog", null)))
                .probe("/readyz", () -> List.of(new ProbeCheck("dog", null), new ProbeCheck("cat", "is asleep")))
                .on("POST", "/echo", request -> new HttpReply.Whole(200, "text/plain", request.body()))
                .on(
                        "GET",
                        "/who/",
                        request -> HttpReply.text(
                                200,
                                request.path() + " "
                                        + request.clientCertificates().size()))
                .on("GET", "/token", request -> HttpReply.text(200, request.bearerToken() + " in " + request))
                .on("GET", "/bug", _ -> {
                    throw new IllegalStateException("a bug");
                })
                .on(
                        "GET",
                        "/stream",
                        _ -> new HttpReply.Streamed(200, "text/plain", sink -> {
                            sink.write("one\n".getBytes(StandardCharsets.UTF_8));
                            sink.write("two\n".getBytes(StandardCharsets.UTF_8));
                        }))
                .on("GET", "/endless", _ -> new HttpReply.Streamed(200, "text/plain", this::writeUntilCallerLeaves));
        server = HttpServer.startTls(0, SelfSignedIdentity.of("virtual-node-eci-0", "127.0.0.1"), MAX_BODY, routes);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyServer()}, null);
        client = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private void writeUntilCallerLeaves(HttpReply.Sink sink) throws IOException, InterruptedException {
        sink.write("begin\n".getBytes(StandardCharsets.UTF_8));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            callerLeft.countDown();
            throw e;
        }
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    @Test
    void answersProbesWithWhatIsWrong() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);

        HttpResponse<String> ready = get("/readyz");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("[-]cat failed: is asleep\nreadyz check failed\n");
    }

    @Test
    void tellsOfEveryCheckWhenAsked() throws Exception {
        assertThat(get("/healthz").body()).isEqualTo("ok\n");
        assertThat(get("/healthz?verbose").body()).isEqualTo("[+]dog ok\nhealthz check passed\n");
        assertThat(get("/readyz?verbose").body())
                .isEqualTo("[+]dog ok\n[-]cat failed: is asleep\nreadyz check failed\n");
    }

    @Test
    void handsBearerTokensOverWithoutEverShowingThem() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/token").header("Authorization", "Bearer s3cret").build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("s3cret in GET /token\n");
    }

    @Test
    void speaksWithoutTlsWhereItIsToldTo() throws Exception {
        try (HttpServer plain = HttpServer.startPlain(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                MAX_BODY,
                request -> HttpReply.text(200, request.path() + " " + request.clientCertificates()))) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + plain.port() + "/here"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("/here []\n");
        }
    }

    @Test
    void tellsUnknownPathsFromWrongMethods() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/echo").statusCode()).isEqualTo(405);
    }

    @Test
    void letsCallersWithoutACertificateThroughTheHandshake() throws Exception {
        assertThat(get("/who/are/you%20there").body()).isEqualTo("/who/are/you there 0\n");
    }

    @Test
    void handsBodiesOver() throws Exception {
        assertThat(post("/echo", "x".repeat(MAX_BODY)).body()).hasSize(MAX_BODY);
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws Exception {
        assertThat(post("/echo", "x".repeat(MAX_BODY + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void answersABugWith500AndGoesOn() throws Exception {
        assertThat(get("/bug").statusCode()).isEqualTo(500);
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void streamsAnswers() throws Exception {
        assertThat(get("/stream").body()).isEqualTo("one\ntwo\n");
    }

    @Test
    void stopsAStreamWhenItsCallerLeaves() throws Exception {
        HttpResponse<InputStream> response =
                client.send(request("/endless").build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("begin\n");
        }

        assertThat(callerLeft.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path));
    }

    private static final class AnyServer extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
