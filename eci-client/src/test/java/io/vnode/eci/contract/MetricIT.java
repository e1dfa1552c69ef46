package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciException.Kind;
import io.vnode.eci.model.metric.ContainerGroupMetrics;
import io.vnode.eci.model.metric.MetricQuery;
import io.vnode.eci.model.metric.MetricRecord;
import io.vnode.eci.sdk.Orders;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricIT {

    private EmulatedEci cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aGroupTellsWhatItUsed() {
        String id = cloud.create(
                Orders.plain("web", "token-1").cpu(new BigDecimal(2)).memory(new BigDecimal(4)));
        cloud.pass(Duration.ofMinutes(10));

        ContainerGroupMetrics metrics = cloud.client().describeContainerGroupMetric(MetricQuery.ofLastMinutes(id));

        assertThat(metrics.containerGroupId()).isEqualTo(id);
        assertThat(metrics.records()).hasSizeGreaterThan(5);
        MetricRecord newest = metrics.records().getLast();
        assertThat(newest.timestamp()).isNotNull();
        assertThat(newest.cpu().limit()).isEqualTo(2000);
        assertThat(newest.cpu().usageNanoCores()).isNotNull();
        assertThat(newest.memory().workingSet()).isNotNull();
        assertThat(newest.containers())
                .extracting(MetricRecord.ContainerUsage::name)
                .containsExactly("web");
        assertThat(newest.interfaces()).isNotEmpty();
    }

    @Test
    void timeAndPeriodArrive() {
        String id = cloud.running();
        cloud.pass(Duration.ofHours(1));
        var newest = cloud.client()
                .describeContainerGroupMetric(MetricQuery.ofLastMinutes(id))
                .records()
                .getLast()
                .timestamp();

        ContainerGroupMetrics hour = cloud.client()
                .describeContainerGroupMetric(new MetricQuery(id, newest.minusSeconds(1800), newest, 600));

        assertThat(hour.records()).hasSizeBetween(2, 4);
        assertThat(cloud.lastCall("DescribeContainerGroupMetric").parameters())
                .containsEntry("Period", "600")
                .containsKeys("StartTime", "EndTime");
    }

    @Test
    void severalGroupsTellTheirNewestValues() {
        List<String> ids = IntStream.range(0, 25)
                .mapToObj(i -> cloud.create(Orders.plain("web-" + i, "token-" + i)))
                .toList();
        cloud.pass(Duration.ofMinutes(10));

        List<ContainerGroupMetrics> metrics = cloud.client().describeMultiContainerGroupMetric(ids);

        assertThat(metrics)
                .extracting(ContainerGroupMetrics::containerGroupId)
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(metrics).allSatisfy(group -> assertThat(group.records()).isNotEmpty());
        assertThat(cloud.calls("DescribeMultiContainerGroupMetric")).hasSize(2);
    }

    @Test
    void aGroupThatIsGoneHasNoMeasurements() {
        assertThat(EmulatedEci.failureOf(() ->
                                cloud.client().describeContainerGroupMetric(MetricQuery.ofLastMinutes("eci-nowhere")))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }
}
