package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.ImageCacheOutcome;
import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupFilter;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCache;
import io.vnode.eci.model.cache.ImageCacheFilter;
import io.vnode.eci.model.market.Price;
import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;
import io.vnode.eci.model.market.ZoneStock;
import io.vnode.eci.model.metric.ContainerGroupMetrics;
import io.vnode.eci.model.metric.MetricQuery;
import io.vnode.eci.model.metric.MetricRecord;
import io.vnode.eci.model.status.EventSource;
import io.vnode.eci.model.status.GroupEvents;
import io.vnode.eci.model.status.GroupSelection;
import io.vnode.eci.model.status.GroupStatus;
import io.vnode.eci.sdk.ScriptedServer.Reply;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client asks and reads beyond the few operations that a virtual node needs, against a scripted server. */
class OperationsTest {

    private static final ExecRequest LS = new ExecRequest("eci-1", "web", List.of("ls", "/"), false, true);
    private static final Reply DONE = good("{\"RequestId\":\"R-1\"}");

    @Test
    void doesNotRepeatACommandWhoseAnswerWasLost() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.HangUp());
                SdkEciClient client = client(eci)) {
            EciException failure = catchThrowableOfType(EciException.class, () -> client.execContainerCommand(LS));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void repeatsACommandThatWasThrottled() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        error(400, "Throttling"),
                        good(
                                "{\"RequestId\":\"R-1\",\"WebSocketUri\":\"ws://127.0.0.1:1/exec/?s=abc\",\"HttpUrl\":\"http://127.0.0.1:1/exec/?s=abc\"}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.execContainerCommand(LS).webSocketUri())
                    .isEqualTo(URI.create("ws://127.0.0.1:1/exec/?s=abc"));
            assertThat(eci.calls().getLast().form())
                    .containsEntry("ContainerGroupId", "eci-1")
                    .containsEntry("ContainerName", "web")
                    .containsEntry("Command", "[\"ls\",\"/\"]")
                    .containsEntry("TTY", "false")
                    .containsEntry("Stdin", "true")
                    .containsEntry("Sync", "false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no address at all", "http://127.0.0.1/exec/?s=abc", "wss:///exec/?s=abc", "wss:exec"})
    void doesNotFollowAnAddressThatIsNoWebSocket(String address) throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"WebSocketUri\":\"%s\"}".formatted(address)));
                SdkEciClient client = client(eci)) {
            EciException failure = catchThrowableOfType(EciException.class, () -> client.execContainerCommand(LS));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure.getMessage()).doesNotContain("abc");
        }
    }

    @Test
    void keepsTheTokenOfASessionOutOfTextForms() throws IOException {
        try (ScriptedServer eci =
                        ScriptedServer.answering(good("{\"WebSocketUri\":\"ws://127.0.0.1:1/exec/?s=abc\"}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.execContainerCommand(LS).toString()).doesNotContain("abc");
            assertThat(LS.toString()).doesNotContain("ls");
        }
    }

    @Test
    void givesWhatASynchronousCommandPrinted() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"SyncResponse\":\"bin\\netc\\n\"}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.runContainerCommand(LS)).isEqualTo("bin\netc\n");
            assertThat(eci.calls().getLast().form())
                    .containsEntry("Sync", "true")
                    .containsEntry("Stdin", "false");
        }
    }

    @Test
    void asksForTheGroupsThatFitAFilter() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"ContainerGroups\":[]}"));
                SdkEciClient client = client(eci)) {
            List<ContainerGroup> groups = client.listContainerGroups(ContainerGroupFilter.builder()
                    .name("web")
                    .status(ContainerGroupStatus.SCHEDULE_FAILED)
                    .tags(Map.of("ClusterName", "c1"))
                    .securityGroupId("sg-1")
                    .withEvents(true)
                    .build());

            assertThat(groups).isEmpty();
            assertThat(eci.calls().getLast().form())
                    .containsEntry("ContainerGroupName", "web")
                    .containsEntry("Status", "ScheduleFailed")
                    .containsEntry("Tag.1.Key", "ClusterName")
                    .containsEntry("Tag.1.Value", "c1")
                    .containsEntry("SecurityGroupId", "sg-1")
                    .containsEntry("WithEvent", "true")
                    .containsEntry("Limit", "20")
                    .doesNotContainKeys("NextToken", "ZoneId");
        }
    }

    @Test
    void deletesWithoutGrace() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(DONE);
                SdkEciClient client = client(eci)) {
            assertThat(client.deleteContainerGroupAtOnce("eci-1")).isEqualTo(new DeleteOutcome.Accepted("R-1"));
            client.deleteContainerGroup("eci-2");

            assertThat(eci.calls().getFirst().form()).containsEntry("Force", "true");
            assertThat(eci.calls().getLast().form()).doesNotContainKey("Force");
        }
    }

    @Test
    void sendsTheTokenOfAnUpdateSoThatItMayBeRepeated() throws IOException {
        UpdateContainerGroupRequest update =
                UpdateContainerGroupRequest.builder("eci-1", "token-1").build();
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.HangUp(), DONE);
                SdkEciClient client = client(eci)) {
            assertThat(client.updateContainerGroup(update)).isEqualTo(new ChangeOutcome.Accepted("R-1"));
            assertThat(eci.calls()).hasSize(2).allSatisfy(call -> assertThat(call.form())
                    .containsEntry("ClientToken", "token-1")
                    .containsEntry("UpdateType", "IncrementalUpdate"));
        }
    }

    @Test
    void restartsWithOneTokenForAllAttempts() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.HangUp(), DONE);
                SdkEciClient client = client(eci)) {
            assertThat(client.restartContainerGroup("eci-1")).isEqualTo(new ChangeOutcome.Accepted("R-1"));
            assertThat(eci.calls())
                    .extracting(call -> call.form().get("ClientToken"))
                    .hasSize(2);
            assertThat(eci.calls())
                    .extracting(call -> call.form().get("ClientToken"))
                    .containsOnly(eci.calls().getFirst().form().get("ClientToken"));
        }
    }

    @Test
    void readsMeasurements() throws IOException {
        String records = """
                "Records": [
                  {"Timestamp": "", "CPU": {"Limit": 0}},
                  {"Timestamp": "2026-01-02T03:04:05Z",
                   "CPU": {"UsageNanoCores": 5, "UsageCoreNanoSeconds": 70368744177664, "Load": 1, "Limit": 2000},
                   "Memory": {"UsageBytes": 10, "AvailableBytes": 20, "Cache": 3, "WorkingSet": 4, "Rss": 5},
                   "Network": {"Interfaces": [{"Name": "eth0", "RxBytes": 1, "TxBytes": 2, "RxErrors": 3, "TxErrors": 4}]},
                   "Disk": [{"Device": "vda", "ReadBytes": 1, "WriteBytes": 2, "ReadIo": 3, "WriteIO": 4}],
                   "Filesystem": [{"FsName": "/dev/vda1", "Capacity": 100, "Usage": 60, "Available": 40, "Category": "x"}],
                   "Containers": [{"Name": "web", "CPU": {"UsageNanoCores": 5}, "Memory": {"Rss": 5}}]}]
                """;
        try (ScriptedServer eci = ScriptedServer.answering(
                        good("{\"ContainerGroupId\": \"eci-1\", %s}".formatted(records)),
                        good("{\"MonitorDatas\": [{\"ContainerGroupId\": \"eci-2\", %s}]}".formatted(records)));
                SdkEciClient client = client(eci)) {
            ContainerGroupMetrics one = client.describeContainerGroupMetric(new MetricQuery(
                    "eci-1", Instant.parse("2026-01-02T03:00:00.5Z"), Instant.parse("2026-01-02T03:05:00Z"), 15));
            List<ContainerGroupMetrics> several = client.describeMultiContainerGroupMetric(List.of("eci-2"));

            assertThat(eci.calls().getFirst().form())
                    .containsEntry("StartTime", "2026-01-02T03:00:00Z")
                    .containsEntry("EndTime", "2026-01-02T03:05:00Z")
                    .containsEntry("Period", "15");
            assertThat(eci.calls().getLast().form())
                    .containsEntry("ContainerGroupIds", "[\"eci-2\"]")
                    .containsEntry("MetricType", "summary");
            assertThat(several).containsExactly(new ContainerGroupMetrics("eci-2", one.records()));
            assertThat(one.records().getFirst().timestamp()).isNull();
            assertThat(one.records().getLast())
                    .isEqualTo(new MetricRecord(
                            Instant.parse("2026-01-02T03:04:05Z"),
                            new MetricRecord.CpuUsage(5L, 70_368_744_177_664L, 1L, 2000L),
                            new MetricRecord.MemoryUsage(10L, 20L, 3L, 4L, 5L),
                            List.of(new MetricRecord.NetworkInterface("eth0", 1L, 2L, 3L, 4L)),
                            List.of(new MetricRecord.ContainerUsage(
                                    "web",
                                    new MetricRecord.CpuUsage(5L, null, null, null),
                                    new MetricRecord.MemoryUsage(null, null, null, null, 5L))),
                            List.of(new MetricRecord.DiskUsage("vda", 1L, 2L, 3L, 4L)),
                            List.of(new MetricRecord.FilesystemUsage("/dev/vda1", 100L, 60L, 40L))));
        }
    }

    @Test
    void asksForMeasurementsInPortions() throws IOException {
        List<String> ids = IntStream.range(0, 45).mapToObj(i -> "eci-" + i).toList();
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"MonitorDatas\": []}"));
                SdkEciClient client = client(eci)) {
            client.describeMultiContainerGroupMetric(ids);

            assertThat(eci.calls()).hasSize(3);
            assertThat(eci.calls().getLast().form().get("ContainerGroupIds"))
                    .isEqualTo("[\"eci-40\",\"eci-41\",\"eci-42\",\"eci-43\",\"eci-44\"]");
        }
    }

    @Test
    void ordersAnImageCache() throws IOException {
        CreateImageCacheRequest request = CreateImageCacheRequest.builder(
                        "base", "token-1", List.of("nginx", "busybox"))
                .securityGroupId("sg-1")
                .vSwitchIds(List.of("vsw-1", "vsw-2"))
                .elasticIp(new ElasticIp.Existing("eip-1"))
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "word")))
                .sizeGib(40)
                .retentionDays(7)
                .evictable(true)
                .flash(true)
                .tags(Map.of("Team", "a"))
                .build();

        GoldenParameters.assertMatches(ImageCacheParameters.create(request), "parameters/create-image-cache.txt");
        try (ScriptedServer eci = ScriptedServer.answering(
                        good("{\"RequestId\":\"R-1\",\"ImageCacheId\":\"imc-1\",\"ContainerGroupId\":\"eci-9\"}"),
                        error(403, "QuotaExceeded"),
                        error(400, "ImageCacheNotSupport"));
                SdkEciClient client = client(eci)) {
            assertThat(client.createImageCache(request))
                    .isEqualTo(new ImageCacheOutcome.Accepted("imc-1", "eci-9", "R-1"));
            assertThat(client.createImageCache(request)).isInstanceOf(CreateOutcome.OutOfStock.class);
            assertThat(client.createImageCache(request)).isInstanceOf(CreateOutcome.Rejected.class);
        }
    }

    @Test
    void listsAllPagesOfImageCaches() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        good("""
                                {"NextToken": "t-1", "ImageCaches": [{"ImageCacheId": "imc-1", "ImageCacheName": "base",
                                  "Status": "Ready", "Progress": "100%", "Images": ["nginx"], "ContainerGroupId": "eci-9",
                                  "SnapshotId": "s-1", "ImageCacheSize": 20, "CreationTime": "2026-01-02T03:04:05Z",
                                  "ExpireDateTime": "", "Tags": [{"Key": "a", "Value": "b"}],
                                  "Events": [{"Count": 1, "Type": "Normal", "Name": "e", "Message": "done"}]}]}"""), good("{\"ImageCaches\": [{\"ImageCacheId\": \"imc-2\", \"Status\": \"Odd\"}]}"));
                SdkEciClient client = client(eci)) {
            List<ImageCache> caches = client.describeImageCaches(
                    ImageCacheFilter.builder().matchImages(List.of("nginx")).build());

            assertThat(caches)
                    .containsExactly(
                            ImageCache.builder("imc-1", "base", ImageCache.Status.READY)
                                    .progress("100%")
                                    .images(List.of("nginx"))
                                    .containerGroupId("eci-9")
                                    .snapshotId("s-1")
                                    .sizeGib(20)
                                    .creationTime(Instant.parse("2026-01-02T03:04:05Z"))
                                    .tags(Map.of("a", "b"))
                                    .events(List.of(new Event("Normal", "e", "", "done", 1, null, null)))
                                    .build(),
                            ImageCache.builder("imc-2", "", ImageCache.Status.UNRECOGNISED)
                                    .build());
            assertThat(eci.calls().getFirst().form()).containsEntry("MatchImage.1", "nginx");
            assertThat(eci.calls().getLast().form()).containsEntry("NextToken", "t-1");
        }
    }

    @Test
    void deletesAnImageCacheOrFindsItGone() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(DONE, error(404, "InvalidImageCacheId.NotFound"));
                SdkEciClient client = client(eci)) {
            assertThat(client.deleteImageCache("imc-1")).isInstanceOf(DeleteOutcome.Accepted.class);
            assertThat(client.deleteImageCache("imc-1")).isInstanceOf(DeleteOutcome.NotFound.class);
        }
    }

    @Test
    void readsAPriceOfEitherShape() throws IOException {
        String flat = """
                {"PriceInfo": {"Price": {"Currency": "CNY", "OriginalPrice": 1.5, "DiscountPrice": 0.5, "TradePrice": 1.0,
                  "DetailInfos": [{"Resource": "cpu", "OriginalPrice": 1, "DiscountPrice": 0, "TradePrice": 1,
                    "Rules": [{"RuleId": 7, "Description": "d"}]}]},
                  "Rules": [{"RuleId": "8", "Description": "e"}]}}""";
        String wrapped = """
                {"PriceInfo": {"Price": {"Currency": "CNY", "OriginalPrice": 1.5, "DiscountPrice": 0.5, "TradePrice": 1.0,
                  "DetailInfos": {"DetailInfo": [{"Resource": "cpu", "OriginalPrice": 1, "DiscountPrice": 0, "TradePrice": 1,
                    "Rules": {"Rule": [{"RuleId": 7, "Description": "d"}]}}]}},
                  "Rules": {"Rule": [{"RuleId": "8", "Description": "e"}]},
                  "SpotPrices": {"SpotPrice": [{"ZoneId": "z", "InstanceType": "ecs.c6.large", "SpotPrice": 0.2, "OriginPrice": 1}]}}}""";
        try (ScriptedServer eci = ScriptedServer.answering(good(flat), good(wrapped));
                SdkEciClient client = client(eci)) {
            PriceQuery query = PriceQuery.builder()
                    .cpu(new BigDecimal("0.5"))
                    .memory(new BigDecimal("1"))
                    .spot(SpotOptions.asPriceGoes())
                    .build();
            Price old = client.describeContainerGroupPrice(query);
            Price current = client.describeContainerGroupPrice(query);

            Price.Part part = new Price.Part("cpu", 1, 0, 1, List.of(new Price.Rule("7", "d")));
            assertThat(old)
                    .isEqualTo(new Price(
                            "CNY", 1.5, 0.5, 1.0, List.of(part), List.of(new Price.Rule("8", "e")), List.of()));
            assertThat(current)
                    .isEqualTo(new Price(
                            "CNY",
                            1.5,
                            0.5,
                            1.0,
                            List.of(part),
                            List.of(new Price.Rule("8", "e")),
                            List.of(new Price.SpotPrice("z", "ecs.c6.large", 0.2, 1))));
            assertThat(eci.calls().getFirst().form())
                    .containsEntry("Cpu", "0.5")
                    .containsEntry("Memory", "1")
                    .containsEntry("SpotStrategy", "SpotAsPriceGo");
        }
    }

    @Test
    void readsWhatZonesHaveInStock() throws IOException {
        String answer = """
                {"AvailableZones": {"AvailableZone": [{"RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-h",
                  "AvailableResources": {"AvailableResource": [{"Type": "InstanceType", "SupportedResources":
                    {"SupportedResource": [{"Value": "ecs.c6.large", "StatusCategory": "WithStock"},
                                           {"Value": "ecs.c5.large", "StatusCategory": "WithoutStock"}]}}]}}]}}""";
        try (ScriptedServer eci = ScriptedServer.answering(good(answer));
                SdkEciClient client = client(eci)) {
            List<ZoneStock> stock =
                    client.describeAvailableResource(ResourceQuery.builder(ResourceQuery.Category.INSTANCE_TYPE)
                            .cores(2)
                            .memory(new BigDecimal("4"))
                            .spot(SpotOptions.upTo(new BigDecimal("0.1")))
                            .build());

            assertThat(stock)
                    .containsExactly(new ZoneStock(
                            "cn-hangzhou-h",
                            List.of(
                                    new ZoneStock.Resource("ecs.c6.large", ZoneStock.Level.WITH_STOCK),
                                    new ZoneStock.Resource("ecs.c5.large", ZoneStock.Level.WITHOUT_STOCK))));
            assertThat(eci.calls().getFirst().form())
                    .containsEntry("DestinationResource.Category", "InstanceType")
                    .containsEntry("DestinationResource.Cores", "2")
                    .containsEntry("DestinationResource.Memory", "4")
                    .containsEntry("SpotResource.SpotStrategy", "SpotWithPriceLimit")
                    .containsEntry("SpotResource.SpotPriceLimit", "0.1");
        }
    }

    @Test
    void readsQuotas() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        good("{\"Attributes\": {\"UsedCpu\": 11.5, \"MaxCpu\": 1000, \"Text\": \"of tomorrow\"}}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.listUsage().amounts()).isEqualTo(Map.of("UsedCpu", 11.5, "MaxCpu", 1000.0));
            assertThat(client.listUsage().usedCpu()).isEqualTo(11.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"as documented", "all small"})
    void readsStatesInPodForm(String names) throws IOException {
        Function<String, String> spelling =
                names.equals("all small") ? OperationsTest::withSmallNames : Function.identity();
        String answer = spelling.apply("""
                {"Data": [{"ContainerGroupId": "eci-1", "Name": "web", "Namespace": "shop", "uuid": "u-1", "Status": "Running",
                  "PodStatus": {"Phase": "Running", "HostIp": "10.0.0.1", "PodIp": "10.0.0.2", "PodIps": [{"Ip": "10.0.0.2"}],
                    "QosClass": "Guaranteed", "StartTime": "2026-01-02T03:04:05Z",
                    "Conditions": [{"type": "Ready", "status": "True", "lastTransitionTime": "2026-01-02T03:04:05Z", "Reason": "r", "Message": "m"}],
                    "ContainerStatuses": [
                      {"Name": "web", "Image": "nginx", "ImageID": "sha256:1", "Ready": true, "Started": true, "RestartCount": 2,
                       "State": {"Running": {"StartedAt": "2026-01-02T03:04:05Z"}, "Waiting": {"Reason": "", "Message": ""}},
                       "LastState": {"Terminated": {"ExitCode": 3, "Signal": 9, "Reason": "Error", "FinishedAt": "2026-01-02T03:04:04Z"}}},
                      {"Name": "new", "State": {"Waiting": {"Reason": "ContainerCreating"}}, "LastState": {}}]}}]}""");
        try (ScriptedServer eci = ScriptedServer.answering(good(answer));
                SdkEciClient client = client(eci)) {
            List<GroupStatus> statuses = client.describeContainerGroupStatus(
                    GroupSelection.builder().containerGroupIds(List.of("eci-1")).build());

            Instant start = Instant.parse("2026-01-02T03:04:05Z");
            assertThat(statuses)
                    .containsExactly(GroupStatus.builder("eci-1")
                            .name("web")
                            .namespace("shop")
                            .uuid("u-1")
                            .status(ContainerGroupStatus.RUNNING)
                            .phase("Running")
                            .hostIp("10.0.0.1")
                            .podIp("10.0.0.2")
                            .podIps(List.of("10.0.0.2"))
                            .qosClass("Guaranteed")
                            .startTime(start)
                            .conditions(List.of(new GroupStatus.Condition("Ready", "True", "r", "m", start)))
                            .containers(List.of(
                                    new GroupStatus.ContainerReport(
                                            "web",
                                            "nginx",
                                            "sha256:1",
                                            true,
                                            true,
                                            2,
                                            new ContainerState.Running(start),
                                            new ContainerState.Terminated(
                                                    3, 9, "Error", null, null, start.minusSeconds(1))),
                                    new GroupStatus.ContainerReport(
                                            "new",
                                            null,
                                            null,
                                            false,
                                            null,
                                            0,
                                            new ContainerState.Waiting("ContainerCreating", null),
                                            null)))
                            .build());
        }
    }

    /** Everything but the outermost name, which no edition writes small. */
    private static String withSmallNames(String json) {
        return Pattern.compile("\"([A-Z])(\\w*)\":")
                .matcher(json)
                .replaceAll(name -> name.group(2).equals("ata")
                        ? name.group()
                        : "\"%s%s\":".formatted(name.group(1).toLowerCase(Locale.ROOT), name.group(2)));
    }

    @Test
    void readsEventsInPodForm() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("""
                                {"NextToken": "t-1", "Data": [{"ContainerGroupId": "eci-1", "Name": "web", "Namespace": "shop", "uuid": "u-1",
                                  "Events": [{"Count": 2, "Type": "Normal", "Reason": "Pulled", "Message": "m",
                                    "FirstTimestamp": "2026-01-02T03:04:05Z", "LastTimestamp": "2026-01-02T03:04:06Z",
                                    "Metadata": {"Name": "web.1", "Namespace": "shop"}, "involvedObject": {"Kind": "Pod"}}]}]}"""), good("{\"Data\": []}"));
                SdkEciClient client = client(eci)) {
            List<GroupEvents> events = client.describeContainerGroupEvents(
                    GroupSelection.builder()
                            .tags(Map.of("a", "b"))
                            .sinceSeconds(60)
                            .build(),
                    EventSource.ECI_SERVICE);

            Instant first = Instant.parse("2026-01-02T03:04:05Z");
            assertThat(events)
                    .containsExactly(new GroupEvents(
                            "eci-1",
                            "web",
                            "shop",
                            "u-1",
                            List.of(new Event("Normal", "web.1", "Pulled", "m", 2, first, first.plusSeconds(1)))));
            assertThat(eci.calls().getFirst().form())
                    .containsEntry("EventSource", "EciService")
                    .containsEntry("SinceSecond", "60")
                    .containsEntry("Tag.1.Key", "a")
                    .containsEntry("Limit", "200");
            assertThat(eci.calls().getLast().form()).containsEntry("NextToken", "t-1");
        }
    }

    @Test
    void carriesATemplateOverUnchanged() throws IOException {
        String template =
                "{\"Spec\":{\"Containers\":[{\"Name\":\"web\",\"Tty\":false,\"Cpu\":0.5,\"Port\":80,\"None\":null}]}}";
        try (ScriptedServer eci = ScriptedServer.answering(
                        good("{\"RequestId\":\"R-1\",\"Template\":%s}".formatted(template)),
                        good("{\"RequestId\":\"R-2\",\"ContainerGroupId\":\"eci-2\"}"),
                        DONE);
                SdkEciClient client = client(eci)) {
            ContainerGroupTemplate exported = client.exportContainerGroupTemplate("eci-1");

            assertThat(client.createContainerGroupFromTemplate(exported, "token-1"))
                    .isEqualTo(new CreateOutcome.Accepted("eci-2", "R-2"));
            assertThat(client.updateContainerGroupByTemplate(exported, "token-2"))
                    .isEqualTo(new ChangeOutcome.Accepted("R-1"));
            assertThat(JsonTree.read(exported.text().getBytes(UTF_8)))
                    .isEqualTo(JsonTree.read(template.getBytes(UTF_8)));
            assertThat(exported.toString()).doesNotContain("web");
            assertThat(eci.calls().get(1).form())
                    .containsEntry("Template", exported.text())
                    .containsEntry("ClientToken", "token-1");
        }
    }

    private static SdkEciClient client(ScriptedServer eci) {
        return TestClients.against(eci.endpoint(), "testid", "a-very-secret-key");
    }
}
