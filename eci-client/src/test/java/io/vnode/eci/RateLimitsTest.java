package io.vnode.eci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vnode.eci.RateLimits.Rate;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void knowsWhatEciPublishes() {
        assertThat(RateLimits.PUBLISHED.of("DescribeContainerGroups")).isEqualTo(new Rate(2_000, 100));
        assertThat(RateLimits.PUBLISHED.of("CreateContainerGroup")).isEqualTo(new Rate(1_000, 50));
    }

    @Test
    void takesTheLowestPublishedForWhatItDoesNotKnow() {
        assertThat(RateLimits.PUBLISHED.of("ListUsage")).isEqualTo(new Rate(500, 25));
    }

    @Test
    void sharesEveryLimit() {
        RateLimits quarter = RateLimits.PUBLISHED.share(0.25);

        assertThat(quarter.of("DescribeContainerGroups")).isEqualTo(new Rate(500, 25));
        assertThat(quarter.of("RestartContainerGroup")).isEqualTo(new Rate(125, 6));
    }

    @Test
    void leavesAtLeastAFewCallsInTheSmallestShare() {
        assertThat(RateLimits.PUBLISHED.share(0.0001).of("CreateImageCache")).isEqualTo(new Rate(2, 1));
    }

    @Test
    void refusesSharesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimits.PUBLISHED.share(0))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimits.PUBLISHED.share(1.1));
    }

    @Test
    void refusesALimitThatIsAllBurst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(10, 10)).withMessageContaining("10 calls");
    }
}
