package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.state.Edition;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.Prices;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.StockLimit;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.SignedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GroupActionsIT {

    private static final AccessKey KEY = new AccessKey("LTAI-test", "test-secret");
    private static final Delays DELAYS =
            new Delays(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10));
    private static final Region REGION = new Region(
            "cn-hangzhou",
            "vpc-one",
            List.of(
                    new VSwitch("vsw-h", "cn-hangzhou-h", Cidr.parse("192.168.0.0/24")),
                    new VSwitch("vsw-i", "cn-hangzhou-i", Cidr.parse("192.168.1.0/24")),
                    new VSwitch("vsw-other", "cn-hangzhou-h", Cidr.parse("10.0.0.0/24"), "vpc-two")),
            List.of("sg-one", "sg-two"),
            Map.of("sg-two", "vpc-two"));
    private static final Prices PRICES = new Prices(0.2, 0.02, 0.1);

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private EciEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(config(new Offer(Edition.TODAY, 100, PRICES, List.of(), false)), clock);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VSwitchId, vsw-other, 403, OperationDenied.SecurityGroupMisMatch",
        "SecurityGroupId, sg-two, 403, OperationDenied.SecurityGroupMisMatch",
        "'VSwitchId', 'vsw-h,vsw-other', 403, OperationDenied.SecurityGroupMisMatch",
        "ZoneId, cn-hangzhou-x, 403, OperationDenied.VswZoneMisMatch",
        "InstanceType, ecs.c6.tiny, 400, InvalidInstanceTypeForEciBuy",
        "'InstanceType', 'ecs.c6.large, ecs.c6.tiny', 400, InvalidInstanceTypeForEciBuy",
        "Container.1.Gpu, 1, 400, InvalidParameter",
        "PrivateIpAddress, 172.16.0.1, 400, InvalidParameter",
        "SpotStrategy, SpotWithPriceLimit, 400, MissingParameter",
        "Tag.1.Key, vnode.emulator/profile, 400, InvalidParameter",
        "Memory, 513, 400, InvalidParameter.CPU.Memory",
    })
    void refusesWhatDoesNotFitTogether(String name, String value, int status, String code) throws Exception {
        HttpResponse<String> response = send(create("web")
                .with("SecurityGroupId", "sg-one")
                .with("Tag.1.Key", "x")
                .with("Tag.1.Value", "sleep 5")
                .with("Cpu", "1")
                .with("Memory", "2")
                .with(name, value));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
        assertThat(emulator.containerGroups().all()).isEmpty();
    }

    @Test
    void takesTheSecurityGroupAndTheVSwitchOfOneVpc() throws Exception {
        JsonNode group = describe(created(create("web").with("VSwitchId", "vsw-other")));

        assertThat(group.path("SecurityGroupId").stringValue()).isEqualTo("sg-two");
        assertThat(group.path("VpcId").stringValue()).isEqualTo("vpc-two");
    }

    @Test
    void refusesSpotSizesThatAreNoStandardOnes() throws Exception {
        SignedRequest spot = create("web").with("SpotStrategy", "SpotAsPriceGo").with("Cpu", "1");

        assertThat(code(send(spot.with("Memory", "3")))).isEqualTo("InvalidSpotCpuMemorySpec");
        assertThat(code(send(create("web")
                        .with("SpotStrategy", "SpotWithPriceLimit")
                        .with("SpotPriceLimit", "0.05")
                        .with("Cpu", "1")
                        .with("Memory", "2"))))
                .isEqualTo("Spot.NotMatched");
    }

    @Test
    void saysInWhichWayItIsOutOfResources() throws Exception {
        restart(new Offer(
                Edition.TODAY,
                5,
                PRICES,
                List.of(
                        new StockLimit("cn-hangzhou-h", new Size(1, 2), null, 0),
                        new StockLimit("cn-hangzhou-i", null, "ecs.c6.large", 0)),
                false));

        assertThat(code(send(sized("1", "2").with("VSwitchId", "vsw-h")))).isEqualTo("OperationDenied.NoStock");
        assertThat(code(send(sized("8", "16").with("VSwitchId", "vsw-h")))).isEqualTo("QuotaExceeded");
        JsonNode next = describe(created(sized("1", "2").with("VSwitchId", "vsw-h,vsw-i")));
        assertThat(next.path("ZoneId").stringValue()).isEqualTo("cn-hangzhou-i");
        JsonNode other = describe(
                created(create("web").with("VSwitchId", "vsw-i").with("InstanceType", "ecs.c6.large,ecs.c7.large")));
        assertThat(other.path("InstanceType").stringValue()).isEqualTo("ecs.c7.large");
        assertThat(other.path("Memory").doubleValue()).isEqualTo(4.0);
    }

    @Test
    void tellsWhatIsInStockAndWhichZonesAreSoldOut() throws Exception {
        restart(new Offer(
                Edition.TODAY,
                100,
                PRICES,
                List.of(
                        new StockLimit("cn-hangzhou-h", null, "ecs.c6.large", 0),
                        new StockLimit("cn-hangzhou-i", null, null, 0)),
                false));

        JsonNode zones = ok(call("DescribeAvailableResource")
                        .with("DestinationResource.Category", "InstanceType")
                        .with("DestinationResource.Value", "ecs.c6.large"))
                .path("AvailableZones");
        JsonNode size = ok(call("DescribeAvailableResource")
                        .with("DestinationResource.Category", "InstanceTypeFamily")
                        .with("DestinationResource.Cores", "2")
                        .with("DestinationResource.Memory", "4")
                        .with("ZoneId", "cn-hangzhou-h"))
                .path("AvailableZones");
        JsonNode regions = ok(call("DescribeRegions")).path("Regions").path(0);

        assertThat(zones.size()).isEqualTo(2);
        assertThat(category(zones.path(0))).isEqualTo("WithoutStock");
        assertThat(category(zones.path(1))).isEqualTo("WithoutStock");
        assertThat(size.size()).isEqualTo(1);
        assertThat(category(size.path(0))).isEqualTo("WithStock");
        assertThat(regions.path("RecommendZones").toString()).isEqualTo("[\"cn-hangzhou-h\"]");
        assertThat(regions.path("UnavailableZones").toString()).isEqualTo("[\"cn-hangzhou-i\"]");
    }

    private static String category(JsonNode zone) {
        return zone.at("/AvailableResources/0/SupportedResources/0/StatusCategory")
                .stringValue();
    }

    @Test
    void tellsPricesInTheShapeOfTheEdition() throws Exception {
        JsonNode today = ok(call("DescribeContainerGroupPrice")
                        .with("Cpu", "4")
                        .with("Memory", "8")
                        .with("SpotStrategy", "SpotAsPriceGo"))
                .path("PriceInfo");
        restart(new Offer(Edition.Y2021, 100, PRICES, List.of(), false));
        JsonNode before = ok(call("DescribeContainerGroupPrice")
                        .with("Cpu", "4")
                        .with("Memory", "8"))
                .path("PriceInfo");

        assertThat(today.at("/Price/OriginalPrice").doubleValue()).isEqualTo(0.96);
        assertThat(today.at("/Price/TradePrice").doubleValue()).isEqualTo(0.4);
        assertThat(today.at("/Price/DetailInfos/DetailInfo/0/TradePrice").doubleValue())
                .isEqualTo(0.4);
        assertThat(today.at("/SpotPrices/SpotPrice/1/ZoneId").stringValue()).isEqualTo("cn-hangzhou-i");
        assertThat(before.at("/Price/DetailInfos/0/TradePrice").doubleValue()).isEqualTo(0.96);
        assertThat(before.path("Rules").isArray()).isTrue();
        assertThat(code(send(
                        call("DescribeContainerGroupPrice").with("Cpu", "7").with("Memory", "13"))))
                .isEqualTo("InvalidParam.CpuOrMemorySpec");
    }

    @Test
    void tellsHowMuchOfTheQuotaIsUsed() throws Exception {
        created(sized("4", "8"));

        assertThat(ok(call("ListUsage")).path("Attributes").toString())
                .isEqualTo("{\"UsedCpu\":4.0,\"MaxCpu\":100.0,\"UsedImageCacheCount\":0,\"MaxImageCacheCount\":500}");
    }

    @Test
    void restartsAContainerGroup() throws Exception {
        String id = created(create("web"));
        clock.advance(Duration.ofSeconds(10));

        ok(call("RestartContainerGroup").with("ContainerGroupId", id).with("ClientToken", "once"));
        HttpResponse<String> twice = send(call("RestartContainerGroup").with("ContainerGroupId", id));
        HttpResponse<String> deletion = send(call("DeleteContainerGroup").with("ContainerGroupId", id));
        ok(call("RestartContainerGroup").with("ContainerGroupId", id).with("ClientToken", "once"));

        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Restarting");
        assertThat(code(twice)).isEqualTo("IncorrectStatus");
        assertThat(code(deletion)).isEqualTo("OperationConflict");
        clock.advance(Duration.ofSeconds(3));
        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Pending");
        clock.advance(Duration.ofSeconds(2));
        JsonNode group = describe(id);
        assertThat(group.path("Status").stringValue()).isEqualTo("Running");
        assertThat(group.at("/Containers/0/RestartCount").intValue()).isEqualTo(1);
        assertThat(group.at("/Containers/0/PreviousState/ExitCode").intValue()).isEqualTo(137);
        assertThat(group.at("/Containers/0/PreviousState/Signal").intValue()).isEqualTo(9);
        assertThat(code(send(call("RestartContainerGroup").with("ContainerGroupId", "eci-unheardof"))))
                .isEqualTo("InvalidContainerGroupId.NotFound");
    }

    @Test
    void updatesAContainerInItsPlace() throws Exception {
        String id = created(create("web").with("Tag.1.Key", "a").with("Tag.1.Value", "1"));
        clock.advance(Duration.ofSeconds(10));

        ok(update(id)
                .with("Container.1.Name", "main")
                .with("Container.1.Image", "nginx:1.28")
                .with("UpdateType", "IncrementalUpdate")
                .with("Tag.1.Key", "b")
                .with("Tag.1.Value", "2"));

        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Updating");
        clock.advance(Duration.ofSeconds(3));
        JsonNode group = describe(id);
        assertThat(group.path("Status").stringValue()).isEqualTo("Running");
        assertThat(group.at("/Containers/0/Image").stringValue()).isEqualTo("nginx:1.28");
        assertThat(group.at("/Containers/0/RestartCount").intValue()).isEqualTo(1);
        assertThat(group.path("Tags").toString())
                .isEqualTo("[{\"Key\":\"a\",\"Value\":\"1\"},{\"Key\":\"b\",\"Value\":\"2\"}]");
    }

    @Test
    void replacesWholeListsInARenewingUpdateAndKeepsWhatIsNotNamed() throws Exception {
        String id = created(create("web")
                .with("Tag.1.Key", "a")
                .with("Tag.1.Value", "1")
                .with("DnsConfig.NameServer.1", "10.0.0.1"));
        clock.advance(Duration.ofSeconds(10));

        ok(update(id).with("Tag.1.Key", "b").with("Tag.1.Value", "2"));
        clock.advance(Duration.ofSeconds(3));

        JsonNode group = describe(id);
        assertThat(group.path("Tags").toString()).isEqualTo("[{\"Key\":\"b\",\"Value\":\"2\"}]");
        assertThat(group.at("/DnsConfig/NameServers/0").stringValue()).isEqualTo("10.0.0.1");
        assertThat(group.at("/Containers/0/RestartCount").intValue()).isZero();
    }

    @Test
    void refusesUpdatesThatCannotBe() throws Exception {
        String id = created(sized("1", "2"));
        String job = created(create("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "true"));
        SignedRequest early = update(id).with("Tag.1.Key", "b");
        assertThat(code(send(early))).isEqualTo("IncorrectStatus");
        clock.advance(Duration.ofSeconds(10));

        assertThat(code(send(update("eci-unheardof").with("Tag.1.Key", "b")))).isEqualTo("InvalidParameter.NotFound");
        assertThat(code(send(update(id)))).isEqualTo("NoNeedUpdate");
        assertThat(code(send(update(job).with("Tag.1.Key", "b")))).isEqualTo("IncorrectStatus");
        assertThat(code(send(update(id).with("Cpu", "2").with("Memory", "4"))))
                .isEqualTo("InvalidParam.CpuOrMemorySpec");
        assertThat(code(send(update(id)
                        .with("Container.1.Name", "a")
                        .with("Container.1.Image", "i")
                        .with("Container.2.Name", "a")
                        .with("Container.2.Image", "i"))))
                .isEqualTo("InvalidParameter.DuplicatedName");
        ok(update(id)
                .with("ImageRegistryCredential.1.Server", "registry")
                .with("ImageRegistryCredential.1.UserName", "u")
                .with("ImageRegistryCredential.1.Password", "p"));
        assertThat(describe(id).path("Status").stringValue()).isEqualTo("Running");
    }

    @Test
    void tellsStatusInTheFormOfPods() throws Exception {
        String id = created(create("web"));
        created(create("other"));
        clock.advance(Duration.ofSeconds(10));

        JsonNode data = ok(call("DescribeContainerGroupStatus")
                        .method("POST")
                        .with("ContainerGroupIds", "[\"%s\",\"eci-unheardof\"]".formatted(id)))
                .path("Data");

        assertThat(data.size()).isEqualTo(1);
        assertThat(data.at("/0/ContainerGroupId").stringValue()).isEqualTo(id);
        assertThat(data.at("/0/Status").stringValue()).isEqualTo("Running");
        assertThat(data.at("/0/PodStatus/Phase").stringValue()).isEqualTo("Running");
        assertThat(data.at("/0/PodStatus/PodIp").stringValue()).isEqualTo("192.168.0.1");
        assertThat(data.at("/0/PodStatus/Conditions/3").toString())
                .isEqualTo("{\"type\":\"Ready\",\"status\":\"True\",\"lastTransitionTime\":\"2024-01-02T03:04:06Z\","
                        + "\"Reason\":\"\",\"Message\":\"\"}");
        assertThat(data.at("/0/PodStatus/ContainerStatuses/0/State").toString())
                .isEqualTo("{\"Running\":{\"StartedAt\":\"2024-01-02T03:04:08Z\"}}");
        assertThat(send(call("DescribeContainerGroupStatus")).statusCode()).isNotEqualTo(200);
    }

    @Test
    void tellsOnlyOfGroupsToWhichSomethingHappenedLately() throws Exception {
        created(create("old"));
        clock.advance(Duration.ofMinutes(5));
        String fresh = created(create("new"));

        JsonNode data = ok(call("DescribeContainerGroupStatus").method("POST").with("SinceSecond", "60"))
                .path("Data");

        assertThat(data.size()).isEqualTo(1);
        assertThat(data.at("/0/ContainerGroupId").stringValue()).isEqualTo(fresh);
    }

    @Test
    void tellsEventsBySource() throws Exception {
        String id = created(create("web").with("SpotStrategy", "SpotAsPriceGo"));
        clock.advance(Duration.ofSeconds(10));
        emulator.containerGroups().reclaim(id);

        JsonNode all = ok(call("DescribeContainerGroupEvents").method("POST")).at("/Data/0/Events");
        JsonNode service = ok(call("DescribeContainerGroupEvents")
                        .method("POST")
                        .with("EventSource", "EciService"))
                .at("/Data/0/Events");

        assertThat(all.size()).isEqualTo(5);
        assertThat(service.size()).isEqualTo(1);
        assertThat(service.at("/0/Reason").stringValue()).isEqualTo("SpotToBeReleased");
        assertThat(service.at("/0/InvolvedObject/Name").stringValue()).isEqualTo("web");
    }

    @Test
    void followsTheProfileOfATag() throws Exception {
        String id = created(
                create("web").with("Tag.1.Key", "vnode.emulator/profile").with("Tag.1.Value", "pull fails"));
        clock.advance(Duration.ofSeconds(10));

        JsonNode state = describe(id).at("/Containers/0/CurrentState");

        assertThat(state.path("State").stringValue()).isEqualTo("Waiting");
        assertThat(state.path("Reason").stringValue()).isEqualTo("ImagePullBackOff");
    }

    private void restart(Offer offer) throws IOException {
        emulator.close();
        emulator = EciEmulator.start(config(offer), clock);
    }

    private static EmulatorConfig config(Offer offer) {
        return EmulatorConfig.loopback(KEY)
                .withRegion(REGION)
                .withDelays(DELAYS)
                .withOffer(offer);
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

    private static SignedRequest sized(String cpu, String memory) {
        return create("web").with("Cpu", cpu).with("Memory", memory);
    }

    private static SignedRequest update(String id) {
        return call("UpdateContainerGroup").with("ContainerGroupId", id);
    }

    private JsonNode describe(String id) throws Exception {
        return ok(call("DescribeContainerGroups").with("ContainerGroupIds", "[\"%s\"]".formatted(id)))
                .path("ContainerGroups")
                .path(0);
    }

    private String created(SignedRequest request) throws Exception {
        return ok(request).path("ContainerGroupId").stringValue();
    }

    private JsonNode ok(SignedRequest request) throws Exception {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static String code(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body()).path("Code").asString();
    }

    private HttpResponse<String> send(SignedRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder http11 = request.isPost()
                ? HttpRequest.newBuilder(emulator.endpoint().resolve("/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(request.encoded()))
                : HttpRequest.newBuilder(emulator.endpoint().resolve("/?" + request.encoded()));
        return http.send(http11.build(), BodyHandlers.ofString());
    }
}
