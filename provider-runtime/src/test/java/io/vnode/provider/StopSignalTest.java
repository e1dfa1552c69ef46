package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final AtomicInteger endings = new AtomicInteger();

    @Test
    void theFirstSignalAsksForTheEnd() throws InterruptedException {
        StopSignal signal = signal(Duration.ofMinutes(5));

        signal.receive();

        assertThat(signal.awaitFor(Duration.ofSeconds(10))).isTrue();
        assertThat(endings).hasValue(0);
    }

    @Test
    void theSecondSignalIsTheEnd() {
        StopSignal signal = signal(Duration.ofMinutes(5));
        signal.receive();

        signal.receive();

        assertThat(endings).hasValue(1);
    }

    @Test
    void endsWhenStoppingTakesTooLong() {
        StopSignal signal = signal(Duration.ZERO);

        signal.receive();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(endings).hasValue(1));
    }

    @Test
    void leavesTimeForTheKubeletToSeeTheEnd() {
        assertThat(StopSignal.GRACE).isLessThanOrEqualTo(Duration.ofSeconds(25));
    }

    private StopSignal signal(Duration grace) {
        return new StopSignal(grace, endings::incrementAndGet);
    }
}
