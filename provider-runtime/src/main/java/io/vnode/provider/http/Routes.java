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

    /** Adds a probe: 200 when nothing is wrong, else 503. With {@code ?verbose} it tells of each thing it looked at. */
    public Routes probe(String path, Supplier<List<ProbeCheck>> checks) {
        return on("GET", path, request -> ProbeCheck.reply(path, checks.get(), request.parameter("verbose") != null));
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
