package io.vnode.provider.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Which handler answers what. A path that ends with a slash covers all below it. */
public final class Routes implements HttpHandler {

    private final SequencedMap<String, Map<String, HttpHandler>> byPath = new LinkedHashMap<>();

    /** Adds a handler. */
    public Routes on(String method, String path, HttpHandler handler) {
        byPath.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(method, handler);
        return this;
    }

    /** Adds a probe: 200 when nothing is wrong, else 503 with a line for each thing that is. */
    public Routes probe(String path, Supplier<List<String>> problems) {
        return on("GET", path, _ -> {
            List<String> found = problems.get();
            return found.isEmpty() ? HttpReply.text(200, "ok") : HttpReply.text(503, String.join("\n", found));
        });
    }

    @Override
    public HttpReply handle(HttpRequest request) throws InterruptedException {
        for (Map.Entry<String, Map<String, HttpHandler>> route : byPath.entrySet()) {
            if (covers(route.getKey(), request.path())) {
                HttpHandler handler = route.getValue().get(request.method());
                return handler == null ? HttpReply.text(405, "method not allowed") : handler.handle(request);
            }
        }
        return HttpReply.text(404, "not found");
    }

    private static boolean covers(String route, String path) {
        return route.endsWith("/") ? path.startsWith(route) : path.equals(route);
    }
}
