package io.vnode.provider.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Which handler answers what. A path that ends with a slash covers all below it. Routes may be added while requests come. */
public final class Routes implements HttpHandler {

    private record Route(String method, String path, HttpHandler handler) {}

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    /** Adds a handler. */
    public Routes on(String method, String path, HttpHandler handler) {
        routes.add(new Route(method, path, handler));
        return this;
    }

    /** Adds a probe: 200 when nothing is wrong, else 503. With {@code ?verbose} it tells of each thing it looked at. */
    public Routes probe(String path, Supplier<List<ProbeCheck>> checks) {
        return on("GET", path, request -> ProbeCheck.reply(path, checks.get(), request.parameter("verbose") != null));
    }

    @Override
    public HttpReply handle(HttpRequest request) throws InterruptedException {
        List<Route> matching = routes.stream()
                .filter(route -> covers(route.path(), request.path()))
                .toList();
        for (Route route : matching) {
            if (route.method().equals(request.method())) {
                return route.handler().handle(request);
            }
        }
        return matching.isEmpty() ? HttpReply.text(404, "not found") : HttpReply.text(405, "method not allowed");
    }

    private static boolean covers(String route, String path) {
        return route.endsWith("/") ? path.startsWith(route) : path.equals(route);
    }
}
