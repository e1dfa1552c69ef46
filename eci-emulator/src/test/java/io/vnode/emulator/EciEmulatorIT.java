package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EciEmulatorIT {

    private static final AccessKey KEY = new AccessKey("LTAI-test", "test-secret");
    private static final Instant START = Instant.parse("2024-01-02T03:04:05.678Z");
    private static final Delays DELAYS =
            new Delays(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10));

    private final ManualClock clock = new ManualClock(START);
    private final HttpClient http = HttpClient.newHttpClient();
    private EciEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(EmulatorConfig.loopback(KEY).withDelays(DELAYS), clock);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        emulator.close();
    }

    @Test
    void carriesAContainerGroupFromCreationToItsEnd() throws Exception {
        String id = created(create("web"));

        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Scheduling");
        clock.advance(Duration.ofSeconds(1));
        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Pending");
        clock.advance(Duration.ofSeconds(2));
        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Running");
        ok(call("DeleteContainerGroup").with("ContainerGroupId", id));
        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Terminating");
        clock.advance(Duration.ofSeconds(3));
        assertThat(ok(call("DescribeContainerGroups")).path("ContainerGroups").isEmpty())
                .isTrue();
    }

    @Test
    void describesARunningContainerGroupInTheShapeOfTheApi() throws Exception {
        String id = created(create("web")
                .with("Container.1.EnvironmentVar.1.Key", "MODE")
                .with("Container.1.EnvironmentVar.1.Value", "a b")
                .with("Container.1.EnvironmentVar.2.Key", "POD_IP")
                .with("Container.1.EnvironmentVar.2.FieldRef.FieldPath", "status.podIP")
                .with("Container.1.VolumeMount.1.Name", "config")
                .with("Container.1.VolumeMount.1.MountPath", "/etc/app")
                .with("Container.1.VolumeMount.1.SubPath", "sub")
                .with("Container.1.ReadinessProbe.HttpGet.Port", "80")
                .with("Container.1.Port.1.Port", "80")
                .with("Volume.1.Name", "config")
                .with("Volume.1.Type", "ConfigFileVolume")
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Path", "app.conf")
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Content", base64("x=1"))
                .with("Tag.1.Key", "PodName")
                .with("Tag.1.Value", "web 0/1"));
        clock.advance(Duration.ofSeconds(3));

        JsonNode group = describe(id);

        assertThat(group).isEqualTo(JsonMapper.shared().readTree("""
                {"ContainerGroupId":"%s","ContainerGroupName":"web","RegionId":"cn-hangzhou",
                 "ZoneId":"cn-hangzhou-h","VpcId":"vpc-sandbox","VSwitchId":"vsw-sandboxa",
                 "SecurityGroupId":"sg-sandbox","Status":"Running","RestartPolicy":"Always",
                 "CreationTime":"2024-01-02T03:04:05Z","SucceededTime":"","FailedTime":"","ExpiredTime":"",
                 "Cpu":2.0,"Memory":4.0,"IntranetIp":"192.168.0.1","InternetIp":"","EniInstanceId":"%s",
                 "DnsConfig":{"NameServers":[],"Searches":[],"Options":[]},
                 "Tags":[{"Key":"PodName","Value":"web 0/1"}],"HostAliases":[],"Events":[],
                 "Containers":[{"Name":"main","Image":"nginx:1.27","Commands":[],"Args":[],"Cpu":0.0,"Memory":0.0,
                   "RestartCount":0,"Ready":true,"Stdin":false,"StdinOnce":false,"Tty":false,
                   "CurrentState":{"State":"Running","DetailStatus":"","Reason":"","Message":"",
                     "StartTime":"2024-01-02T03:04:08Z","FinishTime":""},
                   "PreviousState":{"State":"","DetailStatus":"","Reason":"","Message":"","StartTime":"",
                     "FinishTime":""},
                   "ReadinessProbe":{"InitialDelaySeconds":0,"PeriodSeconds":10,"TimeoutSeconds":1,
                     "SuccessThreshold":1,"FailureThreshold":3,"Execs":[],"HttpGet":{"Port":80}},
                   "SecurityContext":{"ReadOnlyRootFilesystem":false,"Capability":{"Adds":[]}},
                   "VolumeMounts":[{"Name":"config","SubPath":"sub","MountPath":"/etc/app","ReadOnly":false}],
                   "Ports":[{"Port":80}],
                   "EnvironmentVars":[{"Key":"MODE","Value":"a b"},
                     {"Key":"POD_IP","Value":"","ValueFrom":{"FieldRef":{"FieldPath":"status.podIP"}}}]}],
                 "InitContainers":[],
                 "Volumes":[{"Type":"ConfigFileVolume","Name":"config",
                   "ConfigFileVolumeConfigFileToPaths":[{"Path":"app.conf","Content":"%s"}]}]}
                """.formatted(
                        id, group.path("EniInstanceId").stringValue(), base64("x=1"))));
    }

    @Test
    void tellsHowContainersEnded() throws Exception {
        String id = created(create("job")
                .with("RestartPolicy", "Never")
                .with("Container.1.Command.1", "sh")
                .with("Container.1.Command.2", "-c")
                .with("Container.1.Command.3", "sleep 5; exit 3")
                .with("InitContainer.1.Name", "setup")
                .with("InitContainer.1.Image", "busybox")
                .with("InitContainer.1.Command.1", "true"));
        clock.advance(Duration.ofSeconds(8));

        JsonNode group = describe(id);

        assertThat(group.path("Status").stringValue()).isEqualTo("Failed");
        assertThat(group.path("FailedTime").stringValue()).isEqualTo("2024-01-02T03:04:13Z");
        assertThat(group.path("Containers").path(0).path("CurrentState").toString())
                .isEqualTo("{\"State\":\"Terminated\",\"DetailStatus\":\"Error\",\"Reason\":\"Error\",\"Message\":\"\","
                        + "\"StartTime\":\"2024-01-02T03:04:08Z\",\"FinishTime\":\"2024-01-02T03:04:13Z\","
                        + "\"ExitCode\":3,\"Signal\":0}");
        assertThat(group.path("InitContainers").path(0).path("Command").path(0).stringValue())
                .isEqualTo("true");
        assertThat(group.path("InitContainers")
                        .path(0)
                        .path("CurrentState")
                        .path("Reason")
                        .stringValue())
                .isEqualTo("Completed");
    }

    @Test
    void takesParametersFromAFormBody() throws Exception {
        HttpResponse<String> response = post(create("web").method("POST").with("Container.1.Arg.1", "+ *~%&="));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ok(call("DescribeContainerGroups"))
                        .at("/ContainerGroups/0/Containers/0/Args/0")
                        .stringValue())
                .isEqualTo("+ *~%&=");
    }

    @Test
    void refusesAWrongSecretWithItsStringToSign() throws Exception {
        SignedRequest forged = new SignedRequest(new AccessKey(KEY.id(), "wrong"), "DescribeRegions");

        HttpResponse<String> response = get(forged);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("SignatureDoesNotMatch");
        assertThat(tree(response).path("Message").stringValue()).endsWith("string to sign is:" + forged.stringToSign());
    }

    @Test
    void refusesAReplayedNonce() throws Exception {
        SignedRequest request = call("DescribeRegions");
        get(request);

        assertThat(code(get(request))).isEqualTo("SignatureNonceUsed");
    }

    @Test
    void refusesAStaleTimeStamp() throws Exception {
        SignedRequest stale = call("DescribeRegions")
                .with(
                        "Timestamp",
                        Instant.now().minus(Duration.ofMinutes(16)).toString().substring(0, 19) + "Z");

        assertThat(code(get(stale))).isEqualTo("InvalidTimeStamp.Expired");
    }

    @Test
    void answersErrorsAsJsonWithARequestId() throws Exception {
        HttpResponse<String> response = get(call("DeleteContainerGroup").with("ContainerGroupId", "eci-unheardof"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        assertThat(code(response)).isEqualTo("InvalidContainerGroupId.NotFound");
        assertThat(tree(response).path("RequestId").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "ramRoleName, x, 400, InvalidParameter",
        "ContainerGroupName, Web, 400, InvalidParameter",
        "ContainerGroupName, '', 400, MissingParameter",
        "Container.1.Image, '', 400, MissingParameter",
        "Container.2.Name, main, 400, MissingParameter",
        "VSwitchId, vsw-unheardof, 404, InvalidVSwitchId.NotFound",
        "'VSwitchId', 'vsw-sandboxa, vsw-sandboxb', 404, InvalidVSwitchId.NotFound",
        "SecurityGroupId, sg-unheardof, 404, InvalidSecurityGroupId.NotFound",
        "ZoneId, cn-hangzhou-x, 403, OperationDenied.VswZoneMisMatch",
        "RegionId, cn-beijing, 404, InvalidRegionId.NotFound",
        "Container.1.VolumeMount.1.Name, data, 400, MissingParameter",
        "DryRun, true, 400, DryRunOperation",
        "Cpu, 65, 400, InvalidParameter.CPU.Memory",
        "Tag.1.Key, acs:x, 400, InvalidParameter",
        "Container.1.ReadinessProbe.PeriodSeconds, 3, 400, InvalidParameter",
    })
    void refusesToCreateWhatCannotBe(String name, String value, int status, String code) throws Exception {
        HttpResponse<String> response =
                get(create("web").with("Memory", "1").with("Cpu", "1").with(name, value));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(emulator.containerGroups().all()).isEmpty();
    }

    @Test
    void refusesDuplicateNamesAndMountsOfNothing() throws Exception {
        SignedRequest twice = create("web").with("Container.2.Name", "main").with("Container.2.Image", "i");
        SignedRequest volumeTwice = create("web")
                .with(Map.of(
                        "Volume.1.Name",
                        "v",
                        "Volume.1.Type",
                        "EmptyDirVolume",
                        "Volume.2.Name",
                        "v",
                        "Volume.2.Type",
                        "EmptyDirVolume"));
        SignedRequest nothing = create("web")
                .with(Map.of("Container.1.VolumeMount.1.Name", "v", "Container.1.VolumeMount.1.MountPath", "/v"));

        assertThat(code(get(twice))).isEqualTo("InvalidParameter.DuplicatedName");
        assertThat(code(get(volumeTwice))).isEqualTo("InvalidParameter.DuplicatedVolumeName");
        assertThat(tree(get(nothing)).path("Message").stringValue()).contains("Container.1.VolumeMount.1.Name", "'v'");
    }

    @Test
    void takesFileModesAndRefusesMembersOfAnotherVolumeType() throws Exception {
        SignedRequest config = create("web")
                .with(Map.of(
                        "Volume.1.Name", "v",
                        "Volume.1.Type", "ConfigFileVolume",
                        "Volume.1.ConfigFileVolume.DefaultMode", "1777",
                        "Volume.1.ConfigFileVolume.ConfigFileToPath.1.Path", "a",
                        "Volume.1.ConfigFileVolume.ConfigFileToPath.1.Mode", "0644"));
        SignedRequest mixed = create("web")
                .with(Map.of(
                        "Volume.1.Name", "v", "Volume.1.Type", "EmptyDirVolume", "Volume.1.NFSVolume.Server", "nas"));

        assertThat(get(config).statusCode()).isEqualTo(200);
        assertThat(tree(get(mixed)).path("Message").stringValue()).contains("\"Volume.1.NFSVolume\"");
    }

    @Test
    void createsOneGroupForARepeatedClientToken() throws Exception {
        String first = created(create("web").with("ClientToken", "pod-uid"));
        String second = created(create("web").with("ClientToken", "pod-uid"));
        HttpResponse<String> other = get(create("db").with("ClientToken", "pod-uid"));

        assertThat(second).isEqualTo(first);
        assertThat(emulator.containerGroups().all()).hasSize(1);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(code(other)).isEqualTo("IdempotentParameterMismatch");
    }

    @Test
    void listsEverythingPageByPage() throws Exception {
        Set<String> created = new HashSet<>();
        for (int i = 0; i < 45; i++) {
            created.add(created(create("web-" + i)));
        }

        List<String> listed = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = ok(call("DescribeContainerGroups").with("NextToken", token));
            assertThat(page.path("TotalCount").intValue()).isEqualTo(45);
            page.path("ContainerGroups")
                    .forEach(group -> listed.add(group.path("ContainerGroupId").stringValue()));
            sizes.add(page.path("ContainerGroups").size());
            token = page.path("NextToken").stringValue();
        } while (!token.isEmpty());

        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(created);
    }

    @ParameterizedTest
    @CsvSource({
        "Limit, 21",
        "Limit, 0",
        "NextToken, made-up",
        "NextToken, Z3JvdXA6eA",
        "ContainerGroupIds, eci-1",
        "Status, Sleeping"
    })
    void refusesToListByNonsense(String name, String value) throws Exception {
        JsonNode error = tree(get(call("DescribeContainerGroups").with(name, value)));

        assertThat(error.path("Code").stringValue()).isEqualTo("InvalidParameter");
        assertThat(error.path("Message").stringValue()).contains("\"%s\"".formatted(name));
    }

    @Test
    void refusesMoreThanTwentyIds() throws Exception {
        String ids = JsonMapper.shared()
                .writeValueAsString(
                        IntStream.range(0, 21).mapToObj(i -> "eci-" + i).toList());

        assertThat(code(get(call("DescribeContainerGroups").with("ContainerGroupIds", ids))))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void findsGroupsByEveryFilter() throws Exception {
        String web = created(create("web")
                .with(Map.of("Tag.1.Key", "cluster", "Tag.1.Value", "c1", "Tag.2.Key", "node", "Tag.2.Value", "n1")));
        String db = created(create("db")
                .with("VSwitchId", "vsw-sandboxb")
                .with(Map.of("Tag.1.Key", "cluster", "Tag.1.Value", "c1", "Tag.2.Key", "node", "Tag.2.Value", "n2")));
        String job = created(create("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "true"));
        clock.advance(Duration.ofSeconds(3));

        assertThat(ids(Map.of())).containsExactly(web, db, job);
        assertThat(ids(Map.of("ContainerGroupIds", "[\"%s\",\"eci-none\"]".formatted(db))))
                .containsExactly(db);
        assertThat(ids(Map.of("ContainerGroupName", "web"))).containsExactly(web);
        assertThat(ids(Map.of("Status", "Succeeded"))).containsExactly(job);
        assertThat(ids(Map.of("VSwitchId", "vsw-sandboxb"))).containsExactly(db);
        assertThat(ids(Map.of("ZoneId", "cn-hangzhou-h"))).containsExactly(web, job);
        assertThat(ids(Map.of("Tag.1.Key", "cluster", "Tag.1.Value", "c1"))).containsExactly(web, db);
        assertThat(ids(Map.of("Tag.1.Key", "cluster"))).containsExactly(web, db);
        assertThat(ids(Map.of("Tag.1.Key", "cluster", "Tag.1.Value", "c1", "Tag.2.Key", "node", "Tag.2.Value", "n2")))
                .containsExactly(db);
        assertThat(ids(Map.of("Tag.1.Key", "cluster", "Tag.1.Value", "c2"))).isEmpty();
    }

    @Test
    void tellsTheStoryWhenAskedForEvents() throws Exception {
        created(create("web"));
        clock.advance(Duration.ofSeconds(3));

        JsonNode events =
                ok(call("DescribeContainerGroups").with("WithEvent", "true")).at("/ContainerGroups/0/Events");

        assertThat(events)
                .extracting(event -> event.path("Reason").stringValue())
                .containsExactly("Pulling", "Pulled", "Created", "Started");
    }

    @Test
    void readsLogsInEveryWay() throws Exception {
        String id = created(create("web")
                .with("RestartPolicy", "OnFailure")
                .with("Container.1.Command.1", "sh")
                .with("Container.1.Command.2", "-c")
                .with("Container.1.Command.3", "echo one; sleep 10; echo 'two <&> €'; sleep 10; echo three; exit 1"));
        clock.advance(Duration.ofSeconds(3));

        clock.advance(Duration.ofSeconds(10));
        assertThat(log(id, Map.of())).isEqualTo("one\ntwo <&> €\n");
        assertThat(log(id, Map.of("Tail", "1"))).isEqualTo("two <&> €\n");
        assertThat(log(id, Map.of("SinceSeconds", "5"))).isEqualTo("two <&> €\n");
        assertThat(log(id, Map.of("StartTime", "2024-01-02T03:04:09Z"))).isEqualTo("two <&> €\n");
        assertThat(log(id, Map.of("Timestamps", "true", "Tail", "1")))
                .isEqualTo("2024-01-02T03:04:18.678000000Z two <&> €\n");
        assertThat(log(id, Map.of("LimitBytes", "14"))).isEqualTo("one\ntwo <&> ");
        assertThat(log(id, Map.of("LastTime", "true"))).isEmpty();
        clock.advance(Duration.ofSeconds(15));
        assertThat(log(id, Map.of())).isEqualTo("one\n");
        assertThat(log(id, Map.of("LastTime", "true"))).isEqualTo("one\ntwo <&> €\nthree\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ContainerName, other, InvalidContainerName.NotFound",
        "ContainerGroupId, eci-unheardof, InvalidContainerGroupId.NotFound",
        "ContainerName, '', MissingParameter",
        "Tail, 2001, InvalidParameter",
        "LimitBytes, 1048577, InvalidParameter",
        "StartTime, now, InvalidParameter",
    })
    void refusesToReadLogsThatAreNot(String name, String value, String code) throws Exception {
        String id = created(create("web"));

        SignedRequest request =
                call("DescribeContainerLog").with("ContainerGroupId", id).with("ContainerName", "main");

        assertThat(code(get(request.with(name, value)))).isEqualTo(code);
    }

    @Test
    void knowsItsRegion() throws Exception {
        JsonNode region =
                ok(call("DescribeRegions").method("POST")).path("Regions").path(0);

        assertThat(region.path("RegionId").stringValue()).isEqualTo("cn-hangzhou");
        assertThat(region.path("RegionEndpoint").stringValue()).isEqualTo("eci.cn-hangzhou.aliyuncs.com");
        assertThat(region.path("Zones").toString()).isEqualTo("[\"cn-hangzhou-h\",\"cn-hangzhou-i\"]");
    }

    @Test
    void hasDoneTheWorkWhenTheConnectionIsClosedAfterIt() {
        emulator.faults().next(1, "CreateContainerGroup", new Fault.CloseAfterWork());

        assertThatThrownBy(() -> post(create("web").method("POST"))).isInstanceOf(IOException.class);

        assertThat(emulator.containerGroups().all()).hasSize(1);
    }

    @Test
    void hasDoneNothingWhenTheConnectionIsClosedBefore() {
        emulator.faults().next(1, "CreateContainerGroup", new Fault.CloseBeforeWork());

        assertThatThrownBy(() -> post(create("web").method("POST"))).isInstanceOf(IOException.class);

        assertThat(emulator.containerGroups().all()).isEmpty();
        assertThat(emulator.calls().count("CreateContainerGroup")).isEqualTo(1);
    }

    @Test
    void answersLateWhenAskedTo() {
        emulator.faults().next(1, "DescribeRegions", new Fault.LateAnswer(Duration.ofMinutes(10)));
        HttpRequest impatient = HttpRequest.newBuilder(uri(call("DescribeRegions")))
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> http.send(impatient, BodyHandlers.ofString()))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
    }

    @Test
    void showsContainerGroupsToPeople() throws Exception {
        String id = created(create("web").with("Tag.1.Key", "PodName").with("Tag.1.Value", "web-0"));

        JsonNode page = tree(page("/admin/container-groups"));

        assertThat(page).hasSize(1);
        assertThat(page.path(0).path("id").stringValue()).isEqualTo(id);
        assertThat(page.path(0).path("status").stringValue()).isEqualTo("Scheduling");
        assertThat(page.path(0).path("tags").path("PodName").stringValue()).isEqualTo("web-0");
        assertThat(page.path(0).path("createdAt").stringValue()).isEqualTo(START.toString());
    }

    @Test
    void saysThatItIsWell() throws Exception {
        assertThat(page("/healthz").body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(page("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAUrlThatBelongsIntoAFormBody() throws Exception {
        SignedRequest huge = create("web").with("Container.1.Arg.1", "x".repeat(70_000));

        assertThat(get(huge).statusCode()).isEqualTo(414);
        assertThat(post(create("web").method("POST").with("Container.1.Arg.1", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void cannotListenOnAPortThatIsTaken() {
        EmulatorConfig config = EmulatorConfig.loopback(KEY);
        EmulatorConfig taken = new EmulatorConfig(
                config.host(), emulator.endpoint().getPort(), config.region(), config.accessKeys(), config.delays());

        assertThatThrownBy(() -> EciEmulator.start(taken).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + taken.port());
    }

    private static SignedRequest call(String action) {
        return new SignedRequest(KEY, action);
    }

    private static SignedRequest create(String name) {
        return call("CreateContainerGroup")
                .with("ContainerGroupName", name)
                .with("Container.1.Name", "main")
                .with("Container.1.Image", "nginx:1.27");
    }

    private String created(SignedRequest request) throws Exception {
        return ok(request).path("ContainerGroupId").stringValue();
    }

    private JsonNode describe(String id) throws Exception {
        return ok(call("DescribeContainerGroups").with("ContainerGroupIds", "[\"%s\"]".formatted(id)))
                .path("ContainerGroups")
                .path(0);
    }

    private List<String> ids(Map<String, String> filter) throws Exception {
        List<String> ids = new ArrayList<>();
        ok(call("DescribeContainerGroups").with(filter))
                .path("ContainerGroups")
                .forEach(group -> ids.add(group.path("ContainerGroupId").stringValue()));
        return ids;
    }

    private String log(String id, Map<String, String> options) throws Exception {
        return ok(call("DescribeContainerLog")
                        .with("ContainerGroupId", id)
                        .with("ContainerName", "main")
                        .with(options))
                .path("Content")
                .stringValue();
    }

    private JsonNode ok(SignedRequest request) throws Exception {
        HttpResponse<String> response = request.isPost() ? post(request) : get(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return tree(response);
    }

    private HttpResponse<String> get(SignedRequest request) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(request)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(SignedRequest request) throws Exception {
        return http.send(
                HttpRequest.newBuilder(emulator.endpoint().resolve("/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(request.encoded()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(emulator.endpoint().resolve(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(SignedRequest request) {
        return URI.create(emulator.endpoint() + "/?" + request.encoded());
    }

    private static String code(HttpResponse<String> response) {
        return tree(response).path("Code").stringValue();
    }

    private static JsonNode tree(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
