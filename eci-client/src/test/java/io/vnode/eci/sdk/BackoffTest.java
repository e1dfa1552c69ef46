package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    @Test
    void waitsBetweenHalfAndAllOfAStepThatDoubles() {
        Backoff backoff = new Backoff(5, FIRST, LONGEST, new Random(1));

        for (int i = 0; i < 1000; i++) {
            assertThat(backoff.pauseAfter(1)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
            assertThat(backoff.pauseAfter(3)).isBetween(Duration.ofMillis(600), Duration.ofMillis(1200));
        }
    }

    @Test
    void neverWaitsLongerThanItsLongest() {
        Backoff backoff = new Backoff(5, FIRST, LONGEST, RandomGenerator.getDefault());

        assertThat(backoff.pauseAfter(Integer.MAX_VALUE)).isBetween(LONGEST.dividedBy(2), LONGEST);
    }

    @Test
    void doesNotLetCallersComeBackTogether() {
        Backoff backoff = new Backoff(5, FIRST, LONGEST, new Random(1));

        assertThat(backoff.pauseAfter(4)).isNotEqualTo(backoff.pauseAfter(4));
    }
}
