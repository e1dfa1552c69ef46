package io.vnode.emulator.wire;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What answers at which path.
 *
 * @param endpoints the products' APIs by path; at {@code /}, the first word of the host name chooses as the real endpoints
 *     do: what is sent to {@code vpc.cn-hangzhou.aliyuncs.com} goes to {@code /vpc}
 * @param pages JSON documents for people and tests, read with GET and without a signature
 * @param documents pages for browsers; where an API has the same path, a browser gets the page when it names no action
 * @param sockets what is opened as a WebSocket
 * @param resources what else is served, by the start of its path
 */
public record HttpRoutes(
        Map<String, RpcEndpoint> endpoints,
        Map<String, Supplier<Object>> pages,
        Map<String, WebPage> documents,
        Map<String, SocketEndpoint> sockets,
        Map<String, HttpResource> resources) {

    private static final String HTML = "text/html";
    private static final String VPC_NETWORK = "-vpc";

    HttpReply answer(HttpCall call) {
        RpcEndpoint endpoint = endpoint(call);
        WebPage document = documents.get(call.path());
        if (document != null && (endpoint == null || comesFromBrowser(call))) {
            return call.method().equals("GET") ? page(document, call) : readOnly(call);
        }
        if (endpoint != null) {
            return endpoint.answer(call);
        }
        Supplier<Object> page = pages.get(call.path());
        if (page == null) {
            return resource(call);
        }
        return call.method().equals("GET") ? new HttpReply.Json(200, JsonText.page(page.get())) : readOnly(call);
    }

    private @Nullable RpcEndpoint endpoint(HttpCall call) {
        String path = call.path();
        if (path.equals("/")) {
            String host = call.host();
            int dot = host.indexOf('.');
            RpcEndpoint named = dot < 0 ? null : endpoints.get("/" + product(host.substring(0, dot)));
            return named == null ? endpoints.get(path) : named;
        }
        // SDKs put a slash behind an endpoint that has a path.
        return endpoints.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static String product(String hostWord) {
        return hostWord.endsWith(VPC_NETWORK)
                ? hostWord.substring(0, hostWord.length() - VPC_NETWORK.length())
                : hostWord;
    }

    private HttpReply resource(HttpCall call) {
        return resources.entrySet().stream()
                .filter(each -> call.path().startsWith(each.getKey()))
                .findFirst()
                .map(each -> answer(each.getValue(), call))
                .orElseGet(() -> error(404, "nothing is served at " + call.path()));
    }

    private static HttpReply answer(HttpResource resource, HttpCall call) {
        try {
            return resource.answer(call);
        } catch (ApiException e) {
            return error(e.httpStatus(), e.getMessage());
        }
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
