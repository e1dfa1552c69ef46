package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the APIs of an emulator in tests. */
final class EmulatorCaller implements AutoCloseable {

    private static final Map<String, String> VERSIONS = Map.of(
            "", "2018-08-08",
            "vpc", "2016-04-28",
            "ecs", "2014-05-26",
            "sts", "2015-04-01",
            "ram", "2015-05-01",
            "pvtz", "2018-01-01");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    EmulatorCaller(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** A call that is answered well; names and values follow one another. */
    JsonNode ok(AccessKey key, String product, String action, String... parameters) throws Exception {
        HttpResponse<String> response = send(product, request(key, product, action, parameters));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    /** Status and code of a call that is refused. */
    String refused(AccessKey key, String product, String action, String... parameters) throws Exception {
        HttpResponse<String> response = send(product, request(key, product, action, parameters));
        return response.statusCode() + " "
                + JsonMapper.shared().readTree(response.body()).path("Code").asString("");
    }

    SignedRequest request(AccessKey key, String product, String action, String... parameters) {
        SignedRequest request = new SignedRequest(key, action)
                .with("Version", VERSIONS.getOrDefault(product, ""))
                .method("POST");
        for (int i = 0; i < parameters.length; i += 2) {
            request.with(parameters[i], parameters[i + 1]);
        }
        return request;
    }

    HttpResponse<String> send(String product, SignedRequest request) throws Exception {
        return http.send(
                HttpRequest.newBuilder(endpoint.resolve("/" + product))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(request.encoded()))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.resolve(path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
