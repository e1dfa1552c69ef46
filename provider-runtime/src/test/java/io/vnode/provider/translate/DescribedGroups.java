package io.vnode.provider.translate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.sdk.SdkEciClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Reads container groups from files that hold what ECI answers, through the real client. */
final class DescribedGroups implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final EciClient eci;
    private volatile String answer = "";

    DescribedGroups() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        eci = SdkEciClient.create(
                EciEndpoint.of(
                        "cn-beijing", "http://127.0.0.1:" + server.getAddress().getPort()),
                Credentials.of("testid", "a-very-secret-key"),
                new EciTimeouts(PATIENCE, PATIENCE, PATIENCE));
    }

    ContainerGroup read(Path file) throws IOException {
        answer = "{\"RequestId\": \"r-1\", \"NextToken\": \"\", \"ContainerGroups\": [%s]}"
                .formatted(Files.readString(file));
        return eci.listContainerGroups(Map.of()).getFirst();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        eci.close();
        server.stop(0);
    }
}
