package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.RateLimits.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {

    private static final Duration PATIENT = Duration.ofHours(1);

    private final TestTime time = new TestTime();
    private final AdaptiveRate rate =
            new AdaptiveRate(new Rate(660, 60), time, nanos -> time.sleep(Duration.ofNanos(nanos)));

    @Test
    void letsTheBurstThroughAtOnce() throws InterruptedException {
        take(60);

        assertThat(time.passed()).isZero();
    }

    @Test
    void spreadsTheOthersEvenly() throws InterruptedException {
        take(60 + 100);

        assertThat(time.passed()).isBetween(Duration.ofMillis(9_990), Duration.ofMillis(10_010));
    }

    @Test
    void neverLetsMoreThroughInAMinuteThanTheLimitSays() throws InterruptedException {
        int calls = 0;
        while (time.passed().compareTo(Duration.ofMinutes(1)) < 0) {
            take(1);
            calls++;
        }

        assertThat(calls).isBetween(655, 661);
    }

    @Test
    void refusesAtOnceWhenTheTurnWouldComeTooLate() throws InterruptedException {
        take(60);

        boolean turn = rate.awaitTurn(Duration.ofMillis(50));

        assertThat(turn).isFalse();
        assertThat(time.passed()).isZero();
    }

    @Test
    void halvesAndForgetsTheBurstWhenEciComplains() throws InterruptedException {
        rate.complaint();

        take(10);

        assertThat(rate.part()).isEqualTo(0.5);
        assertThat(time.passed()).isBetween(Duration.ofMillis(1_900), Duration.ofMillis(2_100));
    }

    @Test
    void countsComplaintsThatComeTogetherAsOne() {
        rate.complaint();
        rate.complaint();
        rate.complaint();

        assertThat(rate.part()).isEqualTo(0.5);
    }

    @Test
    void shrinksToASixteenthAtLeast() {
        for (int i = 0; i < 20; i++) {
            rate.complaint();
            time.sleep(Duration.ofSeconds(1));
        }

        assertThat(rate.part()).isEqualTo(1.0 / 16);
    }

    @Test
    void recoversStepByStepWhenTheComplaintsEnd() throws InterruptedException {
        rate.complaint();

        time.sleep(Duration.ofSeconds(5));
        take(1);

        assertThat(rate.part()).isEqualTo(0.6);
    }

    @Test
    void recoversFullyInTime() throws InterruptedException {
        rate.complaint();

        for (int i = 0; i < 20; i++) {
            time.sleep(Duration.ofSeconds(5));
            take(1);
        }

        assertThat(rate.part()).isEqualTo(1);
    }

    private void take(int calls) throws InterruptedException {
        for (int i = 0; i < calls; i++) {
            assertThat(rate.awaitTurn(PATIENT)).isTrue();
        }
    }
}
