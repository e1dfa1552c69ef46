package io.vnode.provider.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerCheckTest {

    private static final Caller PROMETHEUS = new Caller("system:serviceaccount:monitoring:prometheus", Set.of());

    private final Cluster cluster = new Cluster();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final CallerCheck check =
            new CallerCheck(cluster, "virtual-node-eci-0", ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void letsTokensThroughWhoseOwnerMayGetTheSubresource() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);

        assertThat(status("metrics", "good")).isEqualTo(200);
    }

    @Test
    void turnsAwayWhoeverShowsNothing() throws Exception {
        cluster.allowed.put("metrics", true);

        assertThat(status("metrics", null)).isEqualTo(401);
    }

    @Test
    void turnsAwayTokensOfNobody() throws Exception {
        cluster.allowed.put("metrics", true);

        assertThat(status("metrics", "forged")).isEqualTo(401);
    }

    @Test
    void turnsAwayCallersWhoMayDoSomethingElse() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);

        assertThat(status("proxy", "good")).isEqualTo(403);
    }

    @Test
    void turnsEverybodyAwayWhileTheApiServerCannotBeAsked() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);
        cluster.down = true;

        assertThat(status("metrics", "good")).isEqualTo(503);
    }

    @Test
    void asksOncePerCallerForAWhile() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);
        status("metrics", "good");

        status("metrics", "good");

        assertThat(cluster.questions).isEqualTo(2); // whose token, and whether allowed
    }

    @Test
    void noticesWithinMinutesThatATokenIsNoLongerGood() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);
        status("metrics", "good");
        cluster.owners.clear();

        now = now.plus(Duration.ofMinutes(2));

        assertThat(status("metrics", "good")).isEqualTo(401);
    }

    @Test
    void noticesWithinMinutesThatACallerIsNoLongerAllowed() throws Exception {
        cluster.owners.put("good", PROMETHEUS);
        cluster.allowed.put("metrics", true);
        status("metrics", "good");
        cluster.allowed.clear();

        now = now.plus(Duration.ofMinutes(5));

        assertThat(status("metrics", "good")).isEqualTo(403);
    }

    private int status(String subresource, @Nullable String token) throws InterruptedException {
        HttpRequest request = new HttpRequest("GET", "/metrics", Map.of(), null, new byte[0], List.of(), token);
        HttpReply reply =
                check.guarding(subresource, _ -> HttpReply.text(200, "numbers")).handle(request);
        return ((HttpReply.Whole) reply).status();
    }

    private static final class Cluster implements ClusterAccess {

        private final Map<String, Caller> owners = new HashMap<>();
        private final Map<String, Boolean> allowed = new HashMap<>();
        private boolean down;
        private int questions;

        @Override
        public Set<TrustAnchor> authorities() {
            return Set.of();
        }

        @Override
        public @Nullable Caller ownerOf(String token) {
            asked();
            return owners.get(token);
        }

        @Override
        public boolean mayGet(Caller caller, String subresource) {
            asked();
            return allowed.getOrDefault(subresource, false);
        }

        private void asked() {
            questions++;
            if (down) {
                throw new KubernetesClientException("connection refused");
            }
        }
    }
}
