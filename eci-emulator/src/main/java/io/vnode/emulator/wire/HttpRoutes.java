package io.vnode.emulator.wire;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What answers at which path.
 *
 * @param endpoints the products' APIs; callers choose one by its path
 * @param pages JSON documents for people and tests, read with GET and without a signature
 */
public record HttpRoutes(Map<String, RpcEndpoint> endpoints, Map<String, Supplier<Object>> pages) {

    HttpReply answer(HttpCall call) {
        RpcEndpoint endpoint = endpoints.get(call.path());
        if (endpoint != null) {
            return endpoint.answer(call);
        }
        Supplier<Object> page = pages.get(call.path());
        if (page == null) {
            return error(404, "nothing is served at " + call.path());
        }
        if (!call.method().equals("GET")) {
            return error(405, call.path() + " is read with GET");
        }
        return new HttpReply.Json(200, JsonText.page(page.get()));
    }

    static HttpReply.Json error(int status, @Nullable String message) {
        return new HttpReply.Json(status, JsonText.page(Map.of("error", message == null ? "" : message)));
    }
}
