package io.vnode.emulator.wire;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What answers at which path.
 *
 * @param endpoints the products' APIs; callers choose one by its path
 * @param pages JSON documents for people and tests, read with GET and without a signature
 * @param documents pages for browsers; where an API has the same path, a browser gets the page when it names no action
 * @param sockets what is opened as a WebSocket
 */
public record HttpRoutes(
        Map<String, RpcEndpoint> endpoints,
        Map<String, Supplier<Object>> pages,
        Map<String, WebPage> documents,
        Map<String, SocketEndpoint> sockets) {

    private static final String HTML = "text/html";

    HttpReply answer(HttpCall call) {
        RpcEndpoint endpoint = endpoints.get(call.path());
        WebPage document = documents.get(call.path());
        if (document != null && (endpoint == null || comesFromBrowser(call))) {
            return call.method().equals("GET") ? page(document, call) : readOnly(call);
        }
        if (endpoint != null) {
            return endpoint.answer(call);
        }
        Supplier<Object> page = pages.get(call.path());
        if (page == null) {
            return error(404, "nothing is served at " + call.path());
        }
        return call.method().equals("GET") ? new HttpReply.Json(200, JsonText.page(page.get())) : readOnly(call);
    }

    private static boolean comesFromBrowser(HttpCall call) {
        return call.method().equals("GET")
                && call.accept().contains(HTML)
                && !("&" + call.rawQuery()).contains("&" + CommonParameters.ACTION + "=");
    }

    private static HttpReply page(WebPage document, HttpCall call) {
        try {
            return new HttpReply.Page(document.read(request(call)));
        } catch (ApiException e) {
            return error(e.httpStatus(), e.getMessage());
        }
    }

    private static HttpReply.Json readOnly(HttpCall call) {
        return error(405, call.path() + " is read with GET");
    }

    /** What takes over the connection; null when nothing does. */
    @Nullable
    SocketListener socket(HttpCall call, SocketPeer peer) {
        SocketEndpoint socket = sockets.get(call.path());
        try {
            return socket == null ? null : socket.accept(request(call), peer);
        } catch (ApiException _) {
            return null; // a query that cannot be read opens nothing
        }
    }

    private static PageRequest request(HttpCall call) {
        return new PageRequest(RpcRequest.parse(new HttpCall("GET", call.path(), call.rawQuery(), "", ""))
                .parameters());
    }

    static HttpReply.Json error(int status, @Nullable String message) {
        return new HttpReply.Json(status, JsonText.page(Map.of("error", message == null ? "" : message)));
    }
}
