package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.journal.JournalException;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class EmulatorStateIT {

    private static final AccessKey KEY = new AccessKey("LTAI-test", "test-secret");
    private static final int CALLERS = 8;
    private static final int CREATED_BEFORE_THE_KILL = 100;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Path config;
    private Path state;

    @BeforeEach
    void prepare() throws IOException {
        config = Files.writeString(folder.resolve("config.json"), """
                {"accessKeys": [{"id": "LTAI-test", "secret": "test-secret"}], "securityGroups": ["sg-1"],
                 "vSwitches": [{"id": "vsw-1", "zoneId": "z", "cidr": "10.0.0.0/16"}]}
                """);
        state = folder.resolve("state");
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
    }

    @Test
    void keepsEveryAcknowledgedGroupWhenKilledInTheMiddleOfCreations() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>(); // id by token
        try (ChildEmulator emulator = ChildEmulator.start(config, state);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch enough = new CountDownLatch(CREATED_BEFORE_THE_KILL);
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "caller-" + caller;
                callers.execute(() -> createUntilItIsGone(emulator.endpoint(), name, acknowledged, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            emulator.kill();
        }

        try (ChildEmulator emulator = ChildEmulator.start(config, state)) {
            List<JsonNode> groups = listAll(emulator.endpoint());
            assertThat(ids(groups)).doesNotHaveDuplicates().containsAll(acknowledged.values());
            assertThat(groups.size() - acknowledged.size()).isBetween(0, CALLERS); // the unanswered ones
            assertThat(groups)
                    .extracting(group -> group.path("IntranetIp").stringValue())
                    .doesNotHaveDuplicates();
            for (Map.Entry<String, String> each :
                    List.copyOf(acknowledged.entrySet()).subList(0, 20)) {
                assertThat(created(create(emulator.endpoint(), each.getKey()))).isEqualTo(each.getValue());
            }
            assertThat(listAll(emulator.endpoint())).hasSameSizeAs(groups);
        }
    }

    private void createUntilItIsGone(
            URI endpoint, String caller, Map<String, String> acknowledged, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String token = caller + "-" + i;
                acknowledged.put(token, created(create(endpoint, token)));
                enough.countDown();
            }
        } catch (IOException _) {
            // killed
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersAnErrorAndDoesNothingWhenTheDiskIsFull() throws Exception {
        List<String> created = new ArrayList<>();
        HttpResponse<String> refused;
        try (ChildEmulator emulator = ChildEmulator.startWithFileLimit(16, config, state)) {
            refused = create(emulator.endpoint(), "first");
            for (int i = 0; refused.statusCode() == 200; i++) {
                created.add(created(refused));
                refused = create(emulator.endpoint(), "more-" + i);
            }
            assertThat(ids(listAll(emulator.endpoint()))).containsExactlyElementsOf(created);
        }

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("\"InternalError\"", "container-groups.journal cannot be written");
        try (ChildEmulator emulator = ChildEmulator.start(config, state)) {
            assertThat(ids(listAll(emulator.endpoint()))).containsExactlyElementsOf(created);
            assertThat(create(emulator.endpoint(), "another").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void goesOnWithDeletionsAndTokensWhereItEnded() throws Exception {
        ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
        EmulatorConfig cloud = EmulatorConfig.loopback(KEY);
        String deleted;
        String kept;
        try (EciEmulator emulator = EciEmulator.start(cloud, clock, state)) {
            deleted = created(create(emulator.endpoint(), "one"));
            kept = created(create(emulator.endpoint(), "two"));
            HttpResponse<String> answer = send(
                    emulator.endpoint(),
                    new SignedRequest(KEY, "DeleteContainerGroup")
                            .with("ContainerGroupId", deleted)
                            .with("Force", "true"));
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        try (EciEmulator emulator = EciEmulator.start(cloud, clock, state)) {
            assertThat(created(create(emulator.endpoint(), "one"))).isEqualTo(deleted);
            assertThat(ids(listAll(emulator.endpoint()))).containsExactly(kept);
            assertThat(emulator.containerGroups().freeAddresses("vsw-sandboxa")).isEqualTo(4091);
            assertThatThrownBy(() -> EciEmulator.start(cloud, Clock.systemUTC(), state))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("in use by another emulator");
        }
    }

    private HttpResponse<String> create(URI endpoint, String token) throws IOException, InterruptedException {
        return send(
                endpoint,
                new SignedRequest(KEY, "CreateContainerGroup")
                        .with("ContainerGroupName", "web")
                        .with("ClientToken", token)
                        .with("Container.1.Name", "main")
                        .with("Container.1.Image", "nginx:1.27"));
    }

    private List<JsonNode> listAll(URI endpoint) throws IOException, InterruptedException {
        List<JsonNode> groups = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(send(endpoint, new SignedRequest(KEY, "DescribeContainerGroups").with("NextToken", next))
                            .body());
            page.path("ContainerGroups").forEach(groups::add);
            next = page.path("NextToken").stringValue();
        } while (!next.isEmpty());
        return groups;
    }

    private HttpResponse<String> send(URI endpoint, SignedRequest request) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(endpoint.resolve("/?" + request.encoded()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String created(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared()
                .readTree(response.body())
                .path("ContainerGroupId")
                .stringValue();
    }

    private static List<String> ids(List<JsonNode> groups) {
        return groups.stream()
                .map(group -> group.path("ContainerGroupId").stringValue())
                .toList();
    }
}
