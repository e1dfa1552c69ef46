package io.vnode.provider.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vnode.provider.telemetry.Metrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DiagnosticsTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Metrics metrics = new Metrics("1.2.3");
    private final HttpClient client = HttpClient.newHttpClient();
    private Diagnostics diagnostics;

    @BeforeEach
    void start() {
        diagnostics = Diagnostics.start(ANY_PORT, metrics, () -> Map.of("queue", Map.of("depth", 7)));
    }

    @AfterEach
    void stop() {
        diagnostics.close();
        client.shutdownNow();
    }

    @Test
    void tellsTheMetrics() throws Exception {
        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.headers().firstValue("content-type")).hasValue(Metrics.CONTENT_TYPE);
        assertThat(answer.body()).contains("vnode_build_info{").contains("# TYPE vnode_workqueue_depth gauge");
    }

    @Test
    void listsItsPages() throws Exception {
        for (String line : get("/debug").body().lines().toList()) {
            String path = line.replaceFirst("^\\S+\\s+(\\S+).*$", "$1");
            assertThat(send("HEAD", path).statusCode()).as(line).isEqualTo(405);
        }
    }

    @Test
    void tellsWhatTheProcessIsBusyWith() throws Exception {
        assertThat(get("/debug/state").body()).contains("\"depth\" : 7");
    }

    @Test
    void dumpsPlatformAndVirtualThreads() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        Runnable work = () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
        Thread virtual = Thread.ofVirtual().name("busy-virtual-thread").start(work);
        Thread platform = Thread.ofPlatform().name("busy-platform-thread").start(work);
        begun.await();
        try {
            assertThat(get("/debug/threads").body())
                    .contains("busy-virtual-thread")
                    .contains("busy-platform-thread")
                    .contains("java.util.concurrent.CountDownLatch.await");
            assertThat(get("/debug/threads?format=json").body()).startsWith("{").contains("busy-virtual-thread");
        } finally {
            end.countDown();
            virtual.join();
            platform.join();
        }
    }

    @Test
    void countsWhatIsOnTheHeapWithoutShowingIt() throws Exception {
        char[] secret = "the-content-of-a-secret".toCharArray();

        String summary = get("/debug/heap?all").body();

        assertThat(summary).contains("# memory").contains("Metaspace").contains("java.lang.String ");
        assertThat(summary).doesNotContain(new String(secret));
        assertThat(get("/debug/heap?live").body()).contains("after a collection");
    }

    @Test
    void changesALogLevelAndTakesItBack() throws Exception {
        org.slf4j.Logger logger = LoggerFactory.getLogger("io.vnode.provider.diagnostics.somewhere");
        assertThat(logger.isDebugEnabled()).isFalse();

        String changed = send("PUT", "/debug/loglevel?logger=io.vnode.provider.diagnostics&level=debug")
                .body();

        assertThat(logger.isDebugEnabled()).isTrue();
        assertThat(changed).contains("\"io.vnode.provider.diagnostics\" : \"debug\"");
        assertThat(get("/debug/loglevel").body()).isEqualTo(changed);

        assertThat(send("DELETE", "/debug/loglevel?logger=io.vnode.provider.diagnostics")
                        .body())
                .doesNotContain("debug");
        assertThat(logger.isDebugEnabled()).isFalse();
    }

    @Test
    void takesALogLevelBackAfterItsTime() throws Exception {
        org.slf4j.Logger logger = LoggerFactory.getLogger("io.vnode.provider.diagnostics.briefly");
        String change = "/debug/loglevel?logger=io.vnode.provider.diagnostics.briefly&level=trace&for=300ms";

        assertThat(send("PUT", change).body()).contains("\"io.vnode.provider.diagnostics.briefly\" : \"trace\"");

        await().atMost(Duration.ofSeconds(30)).until(() -> !logger.isTraceEnabled());
    }

    @Test
    void refusesLevelsThatDoNotExistAndLoggersThatWouldTellSecrets() throws Exception {
        assertThat(send("PUT", "/debug/loglevel?level=loud").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/debug/loglevel").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/debug/loglevel?level=debug&for=soon").statusCode())
                .isEqualTo(400);
        HttpResponse<String> refused = send("PUT", "/debug/loglevel?logger=io.fabric8&level=trace");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("'io.fabric8' is not io.vnode or below it");
    }

    @Test
    void recordsAFlight(@TempDir Path folder) throws Exception {
        assertThat(get("/debug/jfr").body()).contains("\"state\" : \"none\"");
        assertThat(get("/debug/jfr/recording").statusCode()).isEqualTo(404);

        assertThat(send("PUT", "/debug/jfr?for=5m").statusCode()).isEqualTo(201);
        assertThat(send("PUT", "/debug/jfr").statusCode()).isEqualTo(409);
        assertThat(get("/debug/jfr").body()).contains("running").contains("endsAt");
        assertThat(send("POST", "/debug/jfr/stop").body()).contains("stopped");
        assertThat(send("POST", "/debug/jfr/stop").statusCode()).isEqualTo(409);

        assertThat(events(folder)).contains("jdk.JVMInformation").doesNotContain("jdk.InitialEnvironmentVariable");

        assertThat(send("DELETE", "/debug/jfr").body()).contains("none");
        assertThat(get("/debug/jfr/recording").statusCode()).isEqualTo(404);
    }

    private Set<String> events(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("recording.jfr");
        client.send(request("GET", "/debug/jfr/recording"), HttpResponse.BodyHandlers.ofFile(file));
        assertThat(Files.size(file)).isPositive();
        return RecordingFile.readAllEvents(file).stream()
                .map(RecordedEvent::getEventType)
                .map(type -> type.getName())
                .collect(Collectors.toSet());
    }

    @Test
    void refusesRecordingsWithoutBounds() throws Exception {
        assertThat(send("PUT", "/debug/jfr?for=11m").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/debug/jfr?for=0s").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/debug/jfr?settings=../../etc/passwd").statusCode())
                .isEqualTo(400);
        assertThat(get("/debug/jfr").body()).contains("none");
    }

    @Test
    void takesAnotherPortWhereItsOwnIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Diagnostics second = Diagnostics.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort()),
                        metrics,
                        Map::of)) {
            assertThat(second.port()).isPositive().isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void servesNothingWhereItIsSwitchedOff() {
        try (Diagnostics off = Diagnostics.start(null, metrics, Map::of)) {
            assertThat(off.port()).isZero();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(request(method, path), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + diagnostics.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
