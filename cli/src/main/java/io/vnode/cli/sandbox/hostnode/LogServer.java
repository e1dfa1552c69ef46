package io.vnode.cli.sandbox.hostnode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The part of a kubelet's HTTPS API that {@code kubectl logs} needs. Only the API server may ask: with a certificate of
 * the cluster's authority and the name that was agreed.
 */
final class LogServer implements AutoCloseable {

    private static final String PATH = "/containerLogs/";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String reader;
    private final Logs logs;

    private LogServer(HttpsServer server, String reader, Logs logs) {
        this.server = server;
        this.reader = reader;
        this.logs = logs;
    }

    /** Where the output of containers is. */
    @FunctionalInterface
    interface Logs {

        /** The file with the output of the container's current or previous run, or null if there is no such container. */
        @Nullable
        Path find(String namespace, String pod, String container, boolean previous);
    }

    static LogServer start(HostNodeSettings settings, Logs logs) throws IOException {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(settings.address(), settings.kubeletPort()), 0);
        https.setHttpsConfigurator(requiringCertificate(settings.pki()));
        LogServer server = new LogServer(https, settings.logReader(), logs);
        https.setExecutor(server.threads);
        https.createContext("/", server::handle);
        https.start();
        return server;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpsConfigurator requiringCertificate(Path pki) {
        SSLContext context;
        try {
            context = NodeTls.context(pki);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the certificates in " + pki + " cannot be used", e);
        }
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters tls = context.getDefaultSSLParameters();
                tls.setNeedClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!mayRead((HttpsExchange) exchange)) {
                answer(exchange, 403, "only the API server may ask here");
                return;
            }
            LogRequest request = LogRequest.parse(exchange.getRequestURI());
            if (!exchange.getRequestMethod().equals("GET") || request == null) {
                answer(exchange, 404, "the sandbox's host node serves logs only (" + PATH + "…)");
                return;
            }
            Path log = logs.find(request.namespace(), request.pod(), request.container(), request.previous());
            if (log == null || !Files.exists(log)) {
                answer(
                        exchange,
                        404,
                        "no output of container %s of pod %s/%s here"
                                .formatted(request.container(), request.namespace(), request.pod()));
                return;
            }
            send(exchange, request, log);
        }
    }

    private void send(HttpExchange exchange, LogRequest request, Path log) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            LogCopy copy = new LogCopy(log, request, () -> log.equals(current(request)));
            copy.to(out);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Path current(LogRequest request) {
        return logs.find(request.namespace(), request.pod(), request.container(), request.previous());
    }

    private boolean mayRead(HttpsExchange exchange) {
        try {
            Principal peer = exchange.getSSLSession().getPeerPrincipal();
            return peer.getName().equals("CN=" + reader);
        } catch (IOException _) {
            return false;
        }
    }

    private static void answer(HttpExchange exchange, int code, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }
}
