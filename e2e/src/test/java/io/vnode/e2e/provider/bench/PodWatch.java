package io.vnode.e2e.provider.bench;

import io.vnode.e2e.provider.ApiServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Notes when the pods of a namespace are first seen running and when they are gone, as anybody would see it who watches the
 * API server. It reads no more of an event than it needs, because it runs on the machine that it measures.
 */
final class PodWatch implements AutoCloseable {

    private final ApiServer server;
    private final String namespace;
    private final HttpClient http;
    private final Thread reader;
    private final Moments running = new Moments();
    private final Moments gone = new Moments();
    private String last = "";
    private volatile boolean closed;

    private PodWatch(ApiServer server, String namespace, HttpClient http) throws IOException, InterruptedException {
        this.server = server;
        this.namespace = namespace;
        this.http = http;
        Stream<String> first = connect();
        this.reader = Thread.ofPlatform().daemon().name("pod-watch").start(() -> watch(first));
    }

    static PodWatch start(ApiServer server, String namespace) throws IOException, InterruptedException {
        return new PodWatch(
                server,
                namespace,
                HttpClient.newBuilder().sslContext(trusting(server)).build());
    }

    private Stream<String> connect() throws IOException, InterruptedException {
        URI uri = URI.create(
                "https://127.0.0.1:%d/api/v1/namespaces/%s/pods?watch=true&timeoutSeconds=36000&resourceVersion=%s"
                        .formatted(server.port(), namespace, last));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + server.administratorToken())
                .build();
        HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IOException("the watch was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /** When a pod was first seen running. */
    Moments running() {
        return running;
    }

    /** When a pod was seen to be gone. */
    Moments gone() {
        return gone;
    }

    /** The server ends a watch that does not keep up with it, as a busy machine may make it; then the next one goes on. */
    private void watch(Stream<String> first) {
        try {
            first.forEach(this::note);
            while (!closed) {
                System.err.println("the watch of the benchmark was ended; it goes on");
                connect().forEach(this::note);
            }
        } catch (IOException | UncheckedIOException e) {
            if (!closed) {
                throw new IllegalStateException("cannot watch any more, so nothing will be measured", e);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String line) {
        long now = System.nanoTime();
        PodSeen seen = PodSeen.of(line);
        last = seen.resourceVersion();
        if (seen.deleted()) {
            gone.note(seen.name(), now);
        } else if ("Running".equals(seen.phase())) {
            running.note(seen.name(), now);
        }
    }

    private static SSLContext trusting(ApiServer server) throws IOException {
        try (InputStream file = Files.newInputStream(server.certificate())) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("certificate-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot trust " + server.certificate(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
