package io.vnode.provider.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.settings.KubeProxy;
import io.vnode.provider.profile.KubeProxyIdentity.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KubeProxyIdentityTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private int asked;
    private Function<Instant, Grant> answer = at -> granted(at.plus(Duration.ofMinutes(60)));
    private final KubeProxyIdentity identity = new KubeProxyIdentity(
            () -> {
                asked++;
                return answer.apply(now);
            },
            new MovedClock());

    @Test
    void asksOnceForManyPods() {
        for (int pod = 0; pod < 100; pod++) {
            assertThat(identity.access(true)).isEqualTo(granted(START).access());
        }

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void asksAgainOnceHalfTheLifeIsOver() {
        identity.access(true);
        now = START.plus(Duration.ofMinutes(29));
        identity.access(true);
        assertThat(asked).isEqualTo(1);

        now = START.plus(Duration.ofMinutes(30));
        identity.access(true);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void asksEveryHourEvenIfTheTokenLivesForYears() {
        answer = at -> granted(at.plus(Duration.ofDays(3650)));
        identity.access(true);
        now = START.plus(Duration.ofMinutes(61));

        identity.access(true);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void triesAgainSoonAfterAFailureButNotForEachPod() {
        answer = _ -> new Grant(new KubeProxy.Access.Unavailable("no such account"), null);
        identity.access(true);
        identity.access(true);
        assertThat(asked).isEqualTo(1);

        now = START.plus(Duration.ofSeconds(5));
        answer = at -> granted(at.plus(Duration.ofMinutes(60)));

        assertThat(identity.access(true)).isInstanceOf(KubeProxy.Access.Ready.class);
    }

    @Test
    void asksSeldomWhereNobodyWantsIt() {
        answer = _ -> new Grant(new KubeProxy.Access.Unavailable("no such account"), null);
        identity.access(false);
        now = START.plus(Duration.ofMinutes(4));
        identity.access(false);
        assertThat(asked).isEqualTo(1);

        now = START.plus(Duration.ofMinutes(5));
        identity.access(false);

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void neverShowsTheToken() {
        assertThat(identity.access(true).toString()).doesNotContain("secret-token");
    }

    private static Grant granted(Instant expires) {
        return new Grant(
                new KubeProxy.Access.Ready("kube-proxy", "v1.33.4", "https://10.0.0.1:6443", "CA", "secret-token"),
                expires);
    }

    private final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
