package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.CallObserver.Attempt;
import io.vnode.eci.CallStatistics.ActionStatistics;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallStatisticsTest {

    private final CallStatistics statistics = new CallStatistics();

    @Test
    void addsUpWhatEachActionDid() {
        ended("DescribeRegions", CallObserver.GOOD, 30, 0);
        ended("DescribeRegions", "Throttling", 10, 5);
        ended("DescribeRegions", "Throttling", 20, 7);

        assertThat(statistics.perAction())
                .containsExactly(Map.entry(
                        "DescribeRegions",
                        new ActionStatistics(
                                3,
                                Map.of("Throttling", 2L),
                                Duration.ofMillis(60),
                                Duration.ofMillis(30),
                                Duration.ofMillis(12))));
    }

    @Test
    void keepsActionsApart() {
        ended("CreateContainerGroup", CallObserver.GOOD, 1, 0);
        ended("DeleteContainerGroup", CallObserver.GOOD, 1, 0);

        assertThat(statistics.perAction()).containsOnlyKeys("CreateContainerGroup", "DeleteContainerGroup");
    }

    private void ended(String action, String code, long latency, long throttled) {
        statistics.ended(new Attempt(action, code, Duration.ofMillis(latency), Duration.ofMillis(throttled)));
    }
}
