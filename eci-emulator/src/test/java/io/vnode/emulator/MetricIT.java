package io.vnode.emulator;

import static io.vnode.emulator.SignedCaller.call;
import static io.vnode.emulator.SignedCaller.newGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.state.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricIT {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05Z");
    private static final Delays DELAYS =
            new Delays(Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO, Duration.ofSeconds(10));

    private final ManualClock clock = new ManualClock(START);
    private EciEmulator emulator;
    private SignedCaller caller;

    @BeforeEach
    void start() throws Exception {
        emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY).withDelays(DELAYS), clock);
        caller = new SignedCaller(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void tellsTheLastFiveMinutesFinelyWhenNothingIsSaid() throws Exception {
        String id = group();
        clock.advance(Duration.ofHours(1));

        JsonNode records = records(id, Map.of("Period", "600"));

        assertThat(records)
                .extracting(record -> record.path("Timestamp").stringValue())
                .hasSize(20)
                .startsWith("2024-01-02T03:59:15Z", "2024-01-02T03:59:30Z")
                .endsWith("2024-01-02T04:04:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T04:00:00Z, 2024-01-02T04:04:00Z, 60, 5",
        "2024-01-02T04:00:00Z, 2024-01-02T04:04:00Z, 30, 9",
        "2024-01-02T04:00:00Z, 2024-01-02T04:04:00Z, '', 5",
        "2024-01-02T04:00:00Z, '', 15, 17",
        "'', 2024-01-02T04:00:00Z, 60, 6",
        "2024-01-01T00:00:00Z, 2024-01-03T00:00:00Z, 600, 6",
    })
    void keepsToTimesAndPeriod(String start, String end, String period, int records) throws Exception {
        String id = group();
        clock.advance(Duration.ofHours(1));

        assertThat(records(id, Map.of("StartTime", start, "EndTime", end, "Period", period)))
                .hasSize(records);
    }

    @Test
    void countsUpAndNeverDown() throws Exception {
        String id = group();
        clock.advance(Duration.ofHours(2));

        JsonNode records = records(
                id,
                Map.of(
                        "StartTime",
                        START.toString(),
                        "EndTime",
                        START.plusSeconds(7200).toString(),
                        "Period",
                        "15"));

        assertThat(records.size()).isGreaterThan(470);
        for (String counter : List.of(
                "/CPU/UsageCoreNanoSeconds",
                "/Network/Interfaces/0/RxBytes",
                "/Network/Interfaces/0/TxBytes",
                "/Network/Interfaces/0/RxPackets",
                "/Disk/0/ReadBytes",
                "/Disk/0/WriteBytes",
                "/Disk/0/WriteIO",
                "/Containers/0/CPU/UsageCoreNanoSeconds",
                "/Containers/1/CPU/UsageCoreNanoSeconds")) {
            List<Long> values = records.valueStream()
                    .map(record -> record.at(counter).longValue())
                    .toList();
            assertThat(values).as(counter).isSorted();
            assertThat(values.getLast()).as(counter).isGreaterThan(values.getFirst());
        }
    }

    @Test
    void staysWithinTheGroupsSizeAndAddsUp() throws Exception {
        String id = group();
        clock.advance(Duration.ofHours(3));

        for (JsonNode record : records(id, Map.of("StartTime", START.toString()))) {
            assertThat(record.at("/CPU/Limit").longValue()).isEqualTo(2000);
            assertThat(record.at("/CPU/UsageNanoCores").longValue()).isBetween(1L, 2_000_000_000L);
            assertThat(record.at("/Memory/UsageBytes").longValue()).isBetween(1L, 4L << 30);
            assertThat(record.at("/Memory/WorkingSet").longValue()
                            + record.at("/Memory/AvailableBytes").longValue())
                    .isEqualTo(4L << 30);
            assertThat(record.at("/CPU/UsageNanoCores").longValue())
                    .isEqualTo(record.at("/Containers/0/CPU/UsageNanoCores").longValue()
                            + record.at("/Containers/1/CPU/UsageNanoCores").longValue());
            assertThat(record.at("/Containers/1/Name").stringValue()).isEqualTo("side");
            assertThat(record.at("/Containers/1/CPU/Limit").longValue()).isEqualTo(500);
        }
    }

    @Test
    void saysTheSameWhenAskedAgain() throws Exception {
        String id = group();
        clock.advance(Duration.ofHours(1));
        Map<String, String> past = Map.of("StartTime", "2024-01-02T03:30:00Z", "EndTime", "2024-01-02T03:40:00Z");
        JsonNode before = records(id, past);
        clock.advance(Duration.ofHours(1));

        assertThat(records(id, past)).isEqualTo(before).hasSize(11);
    }

    @Test
    void hasNothingOfAGroupThatHasNotStarted() throws Exception {
        String id = group();

        assertThat(records(id, Map.of())).isEmpty();
        JsonNode newest = multi(id).path(0).path("Records").path(0);
        assertThat(newest.path("Timestamp").stringValue()).isEmpty();
        assertThat(newest.at("/CPU/Limit").longValue()).isZero();
    }

    @Test
    void endsWithItsGroup() throws Exception {
        String id = caller.created(
                newGroup("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "exit 0 after 60"));
        clock.advance(Duration.ofMinutes(4));

        JsonNode records = records(id, Map.of());

        assertThat(records.path(records.size() - 1).path("Timestamp").stringValue())
                .isEqualTo("2024-01-02T03:05:15Z");
    }

    @Test
    void tellsTheNewestOfSeveralGroups() throws Exception {
        String first = group();
        String second = group();
        clock.advance(Duration.ofHours(1));

        JsonNode data = multi(first, second);

        assertThat(data)
                .extracting(each -> each.path("ContainerGroupId").stringValue())
                .containsExactly(first, second);
        JsonNode newest = data.path(1).path("Records");
        assertThat(newest).hasSize(1);
        assertThat(newest.at("/0/Timestamp").stringValue()).isEqualTo("2024-01-02T04:04:05Z");
        assertThat(newest.at("/0/Disk/0").has("ReadIo")).isTrue();
        assertThat(newest.at("/0/Filesystem/0").has("Category")).isFalse();
        assertThat(data.at("/0/Records/0/CPU")).isNotEqualTo(data.at("/1/Records/0/CPU"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Period=45", "StartTime=2023-12-02T00:00:00Z", "StartTime=2024-01-02T03:04:06Z", "EndTime=soon"})
    void refusesTimesThatMakeNoSense(String parameter) throws Exception {
        String id = group();

        assertThat(caller.refusal(call("DescribeContainerGroupMetric")
                        .with("ContainerGroupId", id)
                        .with(
                                parameter.substring(0, parameter.indexOf('=')),
                                parameter.substring(parameter.indexOf('=') + 1))))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void refusesUnknownGroupsAndTooManyIds() throws Exception {
        String ids = JsonMapper.shared()
                .writeValueAsString(
                        IntStream.range(0, 21).mapToObj(i -> "eci-" + i).toList());

        assertThat(caller.refusal(call("DescribeContainerGroupMetric").with("ContainerGroupId", "eci-none")))
                .isEqualTo("404 InvalidContainerGroupId.NotFound");
        assertThat(caller.refusal(call("DescribeMultiContainerGroupMetric").with("ContainerGroupIds", ids)))
                .isEqualTo("400 InvalidParameter");
        assertThat(caller.refusal(call("DescribeMultiContainerGroupMetric").with("ContainerGroupIds", "eci-1")))
                .isEqualTo("400 InvalidParameter");
    }

    private String group() throws Exception {
        return caller.created(newGroup("web")
                .with("Cpu", "2")
                .with("Memory", "4")
                .with("Container.2.Name", "side")
                .with("Container.2.Image", "busybox")
                .with("Container.2.Cpu", "0.5")
                .with("Container.2.Memory", "1"));
    }

    private JsonNode records(String id, Map<String, String> parameters) throws Exception {
        return caller.ok(call("DescribeContainerGroupMetric")
                        .with("ContainerGroupId", id)
                        .with(parameters))
                .path("Records");
    }

    private JsonNode multi(String... ids) throws Exception {
        return caller.ok(call("DescribeMultiContainerGroupMetric")
                        .with("ContainerGroupIds", JsonMapper.shared().writeValueAsString(ids))
                        .with("MetricType", "summary"))
                .path("MonitorDatas");
    }
}
