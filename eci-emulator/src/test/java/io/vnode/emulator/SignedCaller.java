package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls an emulator as a client would, for tests of whole actions. */
final class SignedCaller implements AutoCloseable {

    static final AccessKey KEY = new AccessKey("LTAI-test", "test-secret");

    private final HttpClient http = HttpClient.newHttpClient();
    private final EciEmulator emulator;

    SignedCaller(EciEmulator emulator) {
        this.emulator = emulator;
    }

    HttpClient http() {
        return http;
    }

    /** A call of an action, not sent yet. */
    static SignedRequest call(String action) {
        return new SignedRequest(KEY, action);
    }

    /** The creation of a group with one container, not sent yet. */
    static SignedRequest newGroup(String name) {
        return call("CreateContainerGroup")
                .with("ContainerGroupName", name)
                .with("Container.1.Name", "main")
                .with("Container.1.Image", "nginx:1.27");
    }

    String created(SignedRequest request) throws IOException, InterruptedException {
        return ok(request).path("ContainerGroupId").stringValue();
    }

    /** The answer of a call that must succeed. */
    JsonNode ok(SignedRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    /** Status and code of a call that must be refused: {@code 404 InvalidContainerGroupId.NotFound}. */
    String refusal(SignedRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isNotEqualTo(200);
        return response.statusCode() + " "
                + JsonMapper.shared().readTree(response.body()).path("Code").stringValue();
    }

    private HttpResponse<String> send(SignedRequest request) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(emulator.endpoint().resolve("/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(request.method("POST").encoded()))
                        .build(),
                BodyHandlers.ofString());
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
