package io.vnode.provider.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics("1.2.3");

    @Test
    void countsPodsByPhase() {
        metrics.pods().countBy(() -> Map.of("Running", 3, "Pending", 1));

        assertThat(lines()).contains("vnode_pods{phase=\"Running\"} 3.0", "vnode_pods{phase=\"Pending\"} 1.0");
    }

    @Test
    void countsStepsWithTheTimeTheyTook() {
        metrics.pods().planned("CreateGroup");
        metrics.pods().stepEnded(PodMetrics.StepOutcome.SETTLED, Duration.ofMillis(30));
        metrics.pods().stepEnded(PodMetrics.StepOutcome.FAILED, Duration.ofSeconds(2));

        assertThat(lines())
                .contains(
                        "vnode_pod_actions_total{action=\"CreateGroup\"} 1.0",
                        "vnode_pod_step_duration_seconds_bucket{outcome=\"settled\",le=\"0.025\"} 0",
                        "vnode_pod_step_duration_seconds_bucket{outcome=\"settled\",le=\"0.05\"} 1",
                        "vnode_pod_step_duration_seconds_count{outcome=\"failed\"} 1",
                        "vnode_pod_step_duration_seconds_sum{outcome=\"failed\"} 2.0");
    }

    @Test
    void countsCallsOfEciByActionAndAnswer() {
        metrics.eciCalls().ended("CreateContainerGroup", "OK", Duration.ofMillis(80), Duration.ofMillis(500));
        metrics.eciCalls().ended("CreateContainerGroup", "Throttling", Duration.ofMillis(20), Duration.ZERO);

        assertThat(lines())
                .contains(
                        "vnode_eci_calls_total{action=\"CreateContainerGroup\",code=\"OK\"} 1.0",
                        "vnode_eci_calls_total{action=\"CreateContainerGroup\",code=\"Throttling\"} 1.0",
                        "vnode_eci_call_duration_seconds_count{action=\"CreateContainerGroup\"} 2",
                        "vnode_eci_call_throttled_seconds_total{action=\"CreateContainerGroup\"} 0.5");
    }

    @Test
    void tellsHowManyCreatesAndDeletesAreUnderWay() {
        metrics.containerGroups().underWay(() -> 3, () -> 2);

        assertThat(lines())
                .contains("vnode_container_group_creates_in_flight 3.0", "vnode_container_group_deletes_in_flight 2.0");
    }

    @Test
    void saysNoAgeOfALookAtEciThatNeverHappened() {
        assertThat(lines()).noneMatch(line -> line.startsWith("vnode_container_groups_refresh_age_seconds"));

        metrics.containerGroups().refreshedBefore(() -> Duration.ofMillis(1500));

        assertThat(lines()).contains("vnode_container_groups_refresh_age_seconds 1.5");
    }

    @Test
    void readsTheQueueWhenSomebodyLooks() {
        metrics.queue().readFrom(() -> new QueueMetrics.Figures(5, 2, 7, 100, 9, Duration.ofMillis(250)));

        assertThat(lines())
                .contains(
                        "vnode_workqueue_depth 5.0",
                        "vnode_workqueue_in_work 2.0",
                        "vnode_workqueue_delayed 7.0",
                        "vnode_workqueue_adds_total 100.0",
                        "vnode_workqueue_retries_total 9.0",
                        "vnode_workqueue_oldest_age_seconds 0.25");
    }

    @Test
    void remembersThatTheProfileIsWrongUntilItIsRight() {
        metrics.profile().loaded();
        metrics.profile().failed();
        assertThat(lines()).contains("vnode_profile_good 0.0", "vnode_profile_load_failures_total 1.0");

        metrics.profile().loaded();

        assertThat(lines()).contains("vnode_profile_good 1.0", "vnode_profile_loads_total 2.0");
    }

    @Test
    void tellsOfTheJvmAndTheBuild() {
        assertThat(lines())
                .contains("vnode_build_info{java_version=\"%s\",version=\"1.2.3\"} 1.0".formatted(Runtime.version()))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"}"))
                .anyMatch(line -> line.startsWith("jvm_gc_collection_seconds_count"))
                .anyMatch(line -> line.startsWith("jvm_threads_current "))
                .anyMatch(line -> line.startsWith("process_cpu_seconds_total "));
    }

    private List<String> lines() {
        return new String(metrics.text(), StandardCharsets.UTF_8).lines().toList();
    }
}
