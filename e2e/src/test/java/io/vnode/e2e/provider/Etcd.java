package io.vnode.e2e.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few things that only etcd itself can be asked, over its JSON gateway. */
final class Etcd {

    private Etcd() {}

    static void compact(int port) throws InterruptedException {
        JsonNode range = call(port, "range", Map.of("key", "AA==", "range_end", "AA==", "count_only", true));
        call(port, "compaction", Map.of("revision", range.at("/header/revision").asString(), "physical", true));
    }

    private static JsonNode call(int port, String method, Map<String, Object> body) throws InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/v3/kv/%s".formatted(port, method));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("etcd: " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
