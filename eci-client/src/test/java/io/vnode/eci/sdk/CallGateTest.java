package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.RateLimits;
import io.vnode.eci.RateLimits.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallGateTest {

    private static final Duration PATIENCE = Duration.ofMillis(10);

    private final TestTime time = new TestTime();

    @Test
    void letsOnlySoManyCallsThroughAtATime() throws InterruptedException {
        CallGate gate = new CallGate(RateLimits.NONE, 2, time, time);
        gate.pass("A", PATIENCE);
        gate.pass("A", PATIENCE);

        CallGate.Pass third = gate.pass("A", PATIENCE);

        assertThat(third).isNull();
    }

    @Test
    void letsTheNextThroughWhenACallHasEnded() throws InterruptedException {
        CallGate gate = new CallGate(RateLimits.NONE, 1, time, time);
        Objects.requireNonNull(gate.pass("A", PATIENCE)).close();

        CallGate.Pass next = gate.pass("A", PATIENCE);

        assertThat(next).isNotNull();
    }

    @Test
    void limitsEachActionByItself() throws InterruptedException {
        CallGate gate = new CallGate(new RateLimits(Map.of("A", new Rate(60, 1)), null), 10, time, time);
        gate.pass("A", PATIENCE);

        CallGate.Pass exhausted = gate.pass("A", PATIENCE);
        CallGate.Pass unlimited = gate.pass("B", PATIENCE);

        assertThat(exhausted).isNull();
        assertThat(unlimited).isNotNull();
    }

    @Test
    void tellsHowLongACallWasHeldBack() throws InterruptedException {
        CallGate gate = new CallGate(new RateLimits(Map.of("A", new Rate(61, 1)), null), 10, time, time);
        gate.pass("A", PATIENCE);

        CallGate.Pass second = Objects.requireNonNull(gate.pass("A", Duration.ofSeconds(5)));

        assertThat(second.waited()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void slowsOnlyTheActionThatEciComplainsAbout() throws InterruptedException {
        CallGate gate = new CallGate(new RateLimits(Map.of(), new Rate(120, 60)), 10, time, time);
        gate.pass("A", PATIENCE);

        gate.complaint("A");

        assertThat(gate.pass("A", PATIENCE)).isNull();
        assertThat(gate.pass("B", PATIENCE)).isNotNull();
    }
}
