package io.vnode.provider.containergroup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.EciException;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.provider.telemetry.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrphanSweeperTest {

    private static final SweepRules RULES = SweepRules.withGrace(Duration.ofMinutes(5));
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final ScriptedCloud cloud = new ScriptedCloud();
    private final Map<String, PodPresence> presences = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Metrics metrics = new Metrics("test");
    private final HeardNews news = new HeardNews();
    private boolean leading;
    private boolean othersAbandoned;
    private long nanos = 1;
    private final OrphanSweeper sweeper = new OrphanSweeper(
            cloud,
            new OrphanSweeper.Scope("c1", "node-0", () -> leading, _ -> othersAbandoned),
            pod -> {
                asked.add(pod.uid());
                return presences.getOrDefault(pod.uid(), new PodPresence.Absent());
            },
            RULES,
            news,
            metrics.containerGroups(),
            () -> nanos,
            () -> NOW,
            (_, error) -> {
                throw new AssertionError(error);
            });

    @Test
    void deletesAnOrphanAndTellsOfIt() {
        cloud.listed.add(group("eci-1", tags("c1", "node-0", "a")));

        sweepTwice();

        assertThat(cloud.deleted).containsExactly("eci-1");
        assertThat(news.swept).containsExactly(new SweepNews.Swept("eci-1", pod("a"), false));
        assertThat(new String(metrics.text(), StandardCharsets.UTF_8))
                .contains("vnode_orphans_found_total 1", "vnode_orphans_swept_total 1");
    }

    @Test
    void neverTouchesWhatDoesNotCarryOurTags() {
        cloud.listed.add(group("eci-other-cluster", tags("c2", "node-0", "a")));
        cloud.listed.add(group("eci-untagged", Map.of()));
        cloud.listed.add(group("eci-half", Map.of("ClusterName", "c1", "NodeName", "node-0")));
        leading = true;
        othersAbandoned = true;

        sweepTwice();

        assertThat(cloud.deleted).isEmpty();
    }

    @Test
    void neverAsksForAPodByANameThatNoPodCanHave() {
        cloud.listed.add(group("eci-1", tags("c1", "node-0", "../../nodes/a")));

        sweepTwice();

        assertThat(asked).isEmpty();
        assertThat(cloud.deleted).isEmpty();
    }

    @Test
    void leavesGroupsOfOtherNodesToTheirOwners() {
        cloud.listed.add(group("eci-1", tags("c1", "node-1", "a")));
        leading = true;

        sweepTwice();

        assertThat(cloud.deleted).isEmpty();
    }

    @Test
    void theLeaderSweepsNodesThatHaveBeenLeft() {
        cloud.listed.add(group("eci-1", tags("c1", "node-1", "a")));
        leading = true;
        othersAbandoned = true;

        sweepTwice();

        assertThat(cloud.deleted).containsExactly("eci-1");
    }

    @Test
    void whoDoesNotLeadAsksForItsOwnGroupsOnly() {
        cloud.listed.add(group("eci-1", tags("c1", "node-1", "a")));
        othersAbandoned = true;

        sweepTwice();

        assertThat(cloud.deleted).isEmpty();
        assertThat(cloud.tags).isEqualTo(ContainerGroupTags.ownedBy("c1", "node-0"));
    }

    @Test
    void aPodThatNobodyKnowsOfStopsTheWholeSweep() {
        cloud.listed.add(group("eci-1", tags("c1", "node-0", "a")));
        sweeper.sweep();
        nanos += RULES.grace().toNanos();
        cloud.listed.addFirst(group("eci-2", tags("c1", "node-0", "b")));
        presences.put("uid-b", new PodPresence.Unknown("timeout"));

        sweeper.sweep();

        assertThat(cloud.deleted).isEmpty();
    }

    @Test
    void aListingThatFailsSweepsNothingAndForgetsNothing() {
        cloud.listed.add(group("eci-1", tags("c1", "node-0", "a")));
        sweeper.sweep();
        nanos += RULES.grace().toNanos();
        cloud.failure = new EciException(
                EciException.Kind.RETRY_LATER, "DescribeContainerGroups", "Throttling", "slow", "r", 400, null);
        sweeper.sweep();
        List<String> during = List.copyOf(cloud.deleted);
        cloud.failure = null;

        sweeper.sweep();

        assertThat(during).isEmpty();
        assertThat(cloud.deleted).containsExactly("eci-1");
    }

    @Test
    void leavesGroupsAloneThatAreBeingDeletedAlready() {
        cloud.listed.add(ContainerGroup.builder("eci-1", "a", ContainerGroupStatus.TERMINATING)
                .tags(tags("c1", "node-0", "a"))
                .build());

        sweepTwice();

        assertThat(cloud.deleted).isEmpty();
    }

    @Test
    void saysThatItHoldsBackBeforeAMassDeletion() {
        IntStream.range(0, 200)
                .forEach(number -> cloud.listed.add(group("eci-" + number, tags("c1", "node-0", "p" + number))));

        sweepTwice();

        assertThat(cloud.deleted).isEmpty();
        assertThat(news.heldBack).isEqualTo(200);
    }

    private void sweepTwice() {
        sweeper.sweep();
        nanos += RULES.grace().toNanos();
        sweeper.sweep();
    }

    private static ContainerGroup group(String id, Map<String, String> tags) {
        return ContainerGroup.builder(id, "a", ContainerGroupStatus.RUNNING)
                .tags(tags)
                .creationTime(NOW.minus(Duration.ofHours(1)))
                .build();
    }

    private static Map<String, String> tags(String cluster, String node, String pod) {
        return new ContainerGroupTags(cluster, node, pod(pod)).toMap();
    }

    private static PodKey pod(String name) {
        return new PodKey("default", name, "uid-" + name);
    }

    private static final class ScriptedCloud implements OrphanSweeper.Cloud {

        final List<ContainerGroup> listed = new ArrayList<>();
        final List<String> deleted = new ArrayList<>();
        Map<String, String> tags = Map.of();

        @Nullable
        EciException failure;

        @Override
        public List<ContainerGroup> list(Map<String, String> wanted) {
            if (failure != null) {
                throw failure;
            }
            tags = wanted;
            return List.copyOf(listed);
        }

        @Override
        public boolean delete(PodKey pod, String containerGroupId) {
            deleted.add(containerGroupId);
            return true;
        }
    }

    private static final class HeardNews implements SweepNews {

        final List<Swept> swept = new ArrayList<>();
        int heldBack;

        @Override
        public void swept(List<Swept> groups) {
            swept.addAll(groups);
        }

        @Override
        public void heldBack(int unwanted, int known, Duration left) {
            heldBack = unwanted;
        }
    }
}
