package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.addon.PodKey;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.workqueue.ReconcileResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasuredStepsTest {

    private static final PodKey POD = new PodKey("default", "web", "uid-1");

    private final Metrics metrics = new Metrics("test");

    @Test
    void countsStepsByTheirOutcome() {
        new MeasuredSteps(_ -> new ReconcileResult.Settled(), metrics.pods()).apply(POD);
        new MeasuredSteps(_ -> new ReconcileResult.RetryAfter(Duration.ofSeconds(1)), metrics.pods()).apply(POD);

        assertThat(count("settled")).isEqualTo(1);
        assertThat(count("retry")).isEqualTo(1);
    }

    @Test
    void countsStepsThatThrowAsFailedAndLetsThemThrow() {
        MeasuredSteps steps = new MeasuredSteps(
                _ -> {
                    throw new IllegalStateException("ECI is gone");
                },
                metrics.pods());

        assertThatThrownBy(() -> steps.apply(POD)).hasMessage("ECI is gone");

        assertThat(count("failed")).isEqualTo(1);
    }

    private int count(String outcome) {
        String start = "vnode_pod_step_duration_seconds_count{outcome=\"%s\"} ".formatted(outcome);
        return new String(metrics.text(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToInt(line -> Integer.parseInt(line.substring(start.length())))
                .sum();
    }
}
