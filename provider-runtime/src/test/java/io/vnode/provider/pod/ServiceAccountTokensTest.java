package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.provider.translate.PodReferences;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceAccountTokensTest {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    @Test
    void asksForAYearFromTheApiServerBecauseEciCannotRenewTokens() {
        assertThat(ServiceAccountTokens.lifetime(new PodReferences.Token("", HOUR)))
                .isEqualTo(Duration.ofDays(365));
    }

    @Test
    void asksForADayForOthersWhoMayLookAtNothingButTheTimeInTheToken() {
        assertThat(ServiceAccountTokens.lifetime(new PodReferences.Token("vault", HOUR)))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void asksForWhatThePodWantsIfThatIsMore() {
        assertThat(ServiceAccountTokens.lifetime(new PodReferences.Token("vault", 48 * HOUR)))
                .isEqualTo(Duration.ofDays(2));
    }
}
