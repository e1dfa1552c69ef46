package io.vnode.cli.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Stands where the addon's program is installed, so that the host node has something to run: it tells over HTTP what it was
 * given, and ends when it is told to.
 */
public final class StandInProvider {

    private StandInProvider() {}

    public static void main(String... arguments) throws IOException {
        System.out.println("started with " + String.join(" ", arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopping")));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("KUBELET_PORT"))), 0);
        server.createContext("/healthz", exchange -> answer(exchange, "ok"));
        server.createContext(
                "/variable/", exchange -> answer(exchange, String.valueOf(System.getenv(lastPart(exchange)))));
        server.createContext(
                "/file-of/",
                exchange -> answer(exchange, Files.readString(Path.of(System.getenv(lastPart(exchange))))));
        server.createContext("/exit", _ -> System.exit(3));
        server.start();
    }

    private static String lastPart(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
