package io.vnode.emulator.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.ManualClock;
import io.vnode.emulator.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));

    @Test
    void countsCallsPerMinute() {
        RateLimiter limiter = new RateLimiter(RateLimits.OF_2021, clock);

        assertThat(admitted(limiter, "ExecContainerCommand", 600)).isEqualTo(500);
        clock.advance(Duration.ofSeconds(59));
        assertThat(admitted(limiter, "ExecContainerCommand", 1)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(admitted(limiter, "ExecContainerCommand", 600)).isEqualTo(500);
    }

    @Test
    void takesFromABucketThatFillsUpAgain() {
        RateLimiter limiter = new RateLimiter(RateLimits.TODAY, clock);

        assertThat(admitted(limiter, "CreateContainerGroup", 200)).isEqualTo(100);
        clock.advance(Duration.ofMillis(500));
        assertThat(admitted(limiter, "CreateContainerGroup", 200)).isEqualTo(10);
        clock.advance(Duration.ofHours(1));
        assertThat(admitted(limiter, "CreateContainerGroup", 200)).isEqualTo(100);
        assertThat(admitted(limiter, "DeleteContainerGroup", 1)).isEqualTo(1);
    }

    @Test
    void countsEachAccountByItself() {
        RateLimiter limiter = new RateLimiter(RateLimits.TODAY, clock);
        admitted(limiter, "CreateContainerGroup", 100);

        limiter.admit("another", "CreateContainerGroup");

        assertThat(admitted(limiter, "CreateContainerGroup", 1)).isZero();
    }

    @Test
    void limitsNothingElse() {
        RateLimiter limiter =
                new RateLimiter(RateLimits.TODAY.with(Collections.singletonMap("CreateContainerGroup", null)), clock);

        assertThat(admitted(limiter, "CreateContainerGroup", 5000)).isEqualTo(5000);
        assertThat(admitted(limiter, "DescribeContainerGroups", 5000)).isEqualTo(5000);
    }

    private static int admitted(RateLimiter limiter, String action, int calls) {
        int admitted = 0;
        for (int i = 0; i < calls; i++) {
            try {
                limiter.admit("account", action);
                admitted++;
            } catch (ApiException e) {
                assertThat(e.code()).isEqualTo("Throttling");
                assertThat(e.httpStatus()).isEqualTo(400);
            }
        }
        return admitted;
    }
}
