package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.state.Delays;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class AdminApiIT {

    private static final AccessKey KEY = new AccessKey("LTAI-test", "test-secret");

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private EciEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        Delays delays =
                new Delays(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10));
        emulator = EciEmulator.start(EmulatorConfig.loopback(KEY).withDelays(delays), clock);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        emulator.close();
    }

    @Test
    void laysDownFaultsAndTellsWhatBecameOfThem() throws Exception {
        JsonNode planned = admin("POST", "/admin/faults", 201, """
                [{"action": "DescribeContainerGroups", "from": 3, "calls": 1, "fault": "refusal",
                  "status": 503, "code": "ServiceUnavailable", "message": "down"},
                 {"action": "CreateContainerGroup", "share": 0.5, "seed": 7, "fault": "hang", "for": "PT5S", "when": "before"}]
                """);

        assertThat(planned).isEqualTo(JsonMapper.shared().readTree("""
                {"faults": [
                  {"id": 1, "action": "DescribeContainerGroups", "calls": 1, "from": 3, "share": 1.0, "seed": 0,
                   "fault": "refusal", "status": 503, "code": "ServiceUnavailable", "message": "down", "seen": 0, "met": 0},
                  {"id": 2, "action": "CreateContainerGroup", "from": 1, "share": 0.5, "seed": 7,
                   "fault": "hang", "for": "PT5S", "when": "before", "seen": 0, "met": 0}]}
                """));
        assertThat(call("DescribeContainerGroups").statusCode()).isEqualTo(200);
        assertThat(call("DescribeContainerGroups").statusCode()).isEqualTo(200);
        assertThat(call("DescribeContainerGroups").statusCode()).isEqualTo(503);
        assertThat(call("DescribeContainerGroups").statusCode()).isEqualTo(200);
        assertThat(admin("DELETE", "/admin/faults/2", 200, "").path("faults").isEmpty())
                .isTrue();
        assertThat(admin("DELETE", "/admin/faults/2", 404, "").path("error").stringValue())
                .contains("no fault has the id '2'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | fault is missing; it must be a text",
                "{\"fault\": \"throttled\"} | action is missing",
                "{\"fault\": \"tired\", \"action\": \"*\"} | fault is 'tired'; it must be one of clockSkew, close",
                "{\"fault\": \"throttled\", \"action\": \"*\", \"status\": 400} | status is no key",
                "{\"fault\": \"throttled\", \"action\": \"*\", \"calls\": 0} | calls is '0'; it must be a whole number from 1",
                "{\"fault\": \"throttled\", \"action\": \"*\", \"share\": 2} | share is '2'; it must be a number above 0",
                "{\"fault\": \"hang\", \"action\": \"*\", \"when\": \"now\"} | when is 'now'; it must be before or after",
                "[{\"fault\": \"throttled\", \"action\": \"a b\"}] | [0].action is 'a b'; it must be an action",
                "{\"fault\" | not JSON",
            })
    void namesKeyValueAndRuleOfAFaultThatItDoesNotUnderstand(String fault, String message) throws Exception {
        assertThat(admin("POST", "/admin/faults", 400, fault).path("error").stringValue())
                .startsWith(message);
        assertThat(emulator.faults().planned()).isEmpty();
    }

    @Test
    void listsCallsWithTheirOutcome() throws Exception {
        call("DescribeRegions");
        call("DescribeContainerGroups");
        call("NoSuchAction");

        JsonNode listing = admin("GET", "/admin/calls?action=DescribeContainerGroups", 200, "");

        assertThat(listing.path("counts").toString())
                .isEqualTo("{\"DescribeContainerGroups\":1,\"DescribeRegions\":1,\"NoSuchAction\":1}");
        JsonNode line = listing.path("calls").path(0);
        assertThat(listing.path("calls").size()).isEqualTo(1);
        assertThat(Instant.parse(line.path("time").stringValue()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(line.path("product").stringValue()).isEqualTo("eci");
        assertThat(line.path("accessKeyId").stringValue()).isEqualTo(KEY.id());
        assertThat(line.path("status").intValue()).isEqualTo(200);
        assertThat(line.path("code").isNull()).isTrue();
        assertThat(line.path("milliseconds").doubleValue()).isPositive();
        assertThat(line.path("parameters").path("Signature").stringValue()).isEqualTo("***");
        admin("DELETE", "/admin/calls", 200, "");
        assertThat(admin("GET", "/admin/calls", 200, "").path("calls").isEmpty())
                .isTrue();
        assertThat(admin("GET", "/admin/calls?acton=X", 400, "").path("error").stringValue())
                .contains("acton");
    }

    @Test
    void drivesTheClockOfTheContainerGroups() throws Exception {
        assertThat(admin("GET", "/admin/clock", 200, ""))
                .isEqualTo(JsonMapper.shared().readTree("{\"now\":\"2024-01-02T03:04:05Z\",\"manual\":true}"));

        assertThat(admin("POST", "/admin/clock", 200, "{\"advance\": \"PT90S\"}")
                        .path("now")
                        .stringValue())
                .isEqualTo("2024-01-02T03:05:35Z");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2024-01-02T03:05:35Z"));
        assertThat(admin("POST", "/admin/clock", 400, "{\"advance\": \"-PT1S\"}")
                        .path("error")
                        .stringValue())
                .startsWith("advance is '-PT1S'; it must be a duration");
        assertThat(admin("POST", "/admin/clock", 400, "{}").path("error").stringValue())
                .startsWith("advance is missing");
    }

    @Test
    void doesNotDriveAClockThatGoesByItself() throws Exception {
        try (EciEmulator real = EciEmulator.start(EmulatorConfig.loopback(KEY))) {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(real.endpoint().resolve("/admin/clock"))
                            .POST(BodyPublishers.ofString("{\"advance\": \"PT1S\"}"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(409);
        }
    }

    @Test
    void sendsABodySlowlyOnDemand() throws Exception {
        admin("POST", "/admin/faults", 201, """
                {"action": "DescribeRegions", "calls": 1, "fault": "slowBody", "pause": "PT0.001S"}""");

        JsonNode answer = JsonMapper.shared().readTree(call("DescribeRegions").body());

        assertThat(answer.path("Regions").size()).isEqualTo(1);
        assertThat(call("DescribeRegions").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsABodyOfMoreThanAnybodyWantsOnDemand() throws Exception {
        admin("POST", "/admin/faults", 201, """
                {"action": "DescribeRegions", "calls": 1, "fault": "endlessBody", "bytes": 50000000}""");

        HttpResponse<InputStream> response = http.send(request("DescribeRegions"), BodyHandlers.ofInputStream());
        long length = 0;
        try (InputStream body = response.body()) {
            length = body.transferTo(java.io.OutputStream.nullOutputStream());
        }

        assertThat(length).isEqualTo(50_000_000);
        assertThat(response.headers().firstValue("content-length")).isEmpty();
    }

    @Test
    void outlivesACallerThatLeavesAnEndlessBody() throws Exception {
        admin("POST", "/admin/faults", 201, """
                {"action": "DescribeRegions", "calls": 1, "fault": "endlessBody"}""");
        HttpResponse<InputStream> response = http.send(request("DescribeRegions"), BodyHandlers.ofInputStream());
        response.body().readNBytes(1_000_000);
        response.body().close();

        assertThat(call("DescribeRegions").statusCode()).isEqualTo(200);
    }

    @Test
    void letsAGroupVanishOnDemand() throws Exception {
        String id = created();
        admin("POST", "/admin/faults", 201, """
                {"action": "DescribeContainerGroups", "calls": 1, "from": 2, "fault": "groupVanishes", "id": "%s"}""".formatted(id));

        assertThat(call("DescribeContainerGroups").body()).contains(id);
        assertThat(call("DescribeContainerGroups").body()).doesNotContain(id);
    }

    @Test
    void letsTheGroupVanishThatACallHasJustCreated() throws Exception {
        admin("POST", "/admin/faults", 201, """
                {"action": "CreateContainerGroup", "calls": 1, "fault": "groupVanishes"}""");

        assertThat(created()).startsWith("eci-");
        assertThat(emulator.containerGroups().all()).isEmpty();
    }

    @Test
    void letsAGroupVanishAtOnceAndReclaimsSpotInstancesOnly() throws Exception {
        String id = created();
        String spot = JsonMapper.shared()
                .readTree(create("SpotStrategy", "SpotAsPriceGo").body())
                .path("ContainerGroupId")
                .stringValue();

        admin("POST", "/admin/container-groups/%s/reclaim".formatted(spot), 200, "");
        admin("POST", "/admin/container-groups/%s/reclaim".formatted(id), 409, "");
        admin("POST", "/admin/container-groups/%s/vanish".formatted(id), 200, "");
        admin("POST", "/admin/container-groups/%s/vanish".formatted(id), 404, "");
        clock.advance(Duration.ofMinutes(10));

        assertThat(admin("GET", "/admin/container-groups", 200, "")).hasSize(1).allSatisfy(group -> {
            assertThat(group.path("id").stringValue()).isEqualTo(spot);
            assertThat(group.path("status").stringValue()).isEqualTo("Expired");
        });
    }

    @Test
    void sellsOutAZoneOnDemand() throws Exception {
        admin("POST", "/admin/faults", 201, """
                {"action": "CreateContainerGroup", "fault": "outOfStock", "zone": "cn-hangzhou-h"}""");

        HttpResponse<String> both = create("VSwitchId", "vsw-sandboxa,vsw-sandboxb");
        HttpResponse<String> soldOut = create("VSwitchId", "vsw-sandboxa");

        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(emulator.containerGroups()
                        .all()
                        .getFirst()
                        .placement()
                        .vSwitch()
                        .id())
                .isEqualTo("vsw-sandboxb");
        assertThat(soldOut.statusCode()).isEqualTo(403);
        assertThat(soldOut.body()).contains("OperationDenied.NoStock");
    }

    private String created() throws Exception {
        return JsonMapper.shared()
                .readTree(create("VSwitchId", "vsw-sandboxa").body())
                .path("ContainerGroupId")
                .stringValue();
    }

    private HttpResponse<String> create(String name, String value) throws Exception {
        SignedRequest request = new SignedRequest(KEY, "CreateContainerGroup")
                .with("ContainerGroupName", "web")
                .with("Container.1.Name", "main")
                .with("Container.1.Image", "nginx")
                .with(name, value);
        return http.send(request(request), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String action) throws Exception {
        return http.send(request(action), BodyHandlers.ofString());
    }

    private HttpRequest request(String action) {
        return request(new SignedRequest(KEY, action));
    }

    private HttpRequest request(SignedRequest request) {
        return HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/?" + request.encoded()))
                .build();
    }

    private JsonNode admin(String method, String path, int status, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(emulator.endpoint().resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }
}
