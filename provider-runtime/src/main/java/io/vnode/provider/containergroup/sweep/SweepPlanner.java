package io.vnode.provider.containergroup.sweep;

import io.vnode.addon.PodKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which container groups nobody asks for. Pure: what it has to remember it is given and gives back.
 *
 * <p>A group goes when it was unwanted in two complete listings, for longer than the grace time, and is itself older than
 * that. One unknown answer, and nothing goes. When more groups are unwanted than is likely, as after an API server was
 * restored from nothing, they must stay so for much longer before that is believed.
 */
final class SweepPlanner {

    private SweepPlanner() {}

    /**
     * Decides.
     *
     * @param findings every group of ours in the listing, but those that are already being deleted
     * @param before what the last sweep left to know
     * @param rules how long to wait
     * @param nanos now, by the monotonic clock
     * @param now now, by the other one
     */
    static SweepPlan plan(List<Finding> findings, SweepMemory before, SweepRules rules, long nanos, Instant now) {
        if (findings.stream().anyMatch(finding -> finding.presence() instanceof PodPresence.Unknown)) {
            return new SweepPlan(List.of(), null, 0, before);
        }
        List<Finding> unwanted = unwanted(findings);
        Map<String, SweepMemory.Sighting> sightings = new HashMap<>();
        for (Finding finding : unwanted) {
            SweepMemory.Sighting seen = before.unwanted().get(finding.id());
            sightings.put(finding.id(), seen == null ? new SweepMemory.Sighting(nanos, 1) : seen.again());
        }
        int newlyFound = (int) sightings.values().stream()
                .filter(sighting -> sighting.times() == 1)
                .count();
        List<SweepNews.Swept> ripe = unwanted.stream()
                .filter(finding ->
                        ripe(finding, Objects.requireNonNull(sightings.get(finding.id())), rules, nanos, now))
                .map(finding -> new SweepNews.Swept(
                        finding.id(), finding.pod(), finding.presence() instanceof PodPresence.Present))
                .toList();
        if (!rules.tooMany(ripe.size(), findings.size())) {
            return new SweepPlan(ripe, null, newlyFound, new SweepMemory(sightings, null));
        }
        Long since = Objects.requireNonNullElse(before.tooManySince(), nanos);
        SweepMemory memory = new SweepMemory(sightings, since);
        Duration left = rules.confirmation().minusNanos(nanos - since);
        return left.isPositive()
                ? new SweepPlan(
                        List.of(), new SweepPlan.HeldBack(ripe.size(), findings.size(), left), newlyFound, memory)
                : new SweepPlan(ripe, null, newlyFound, memory);
    }

    /** All groups of a pod that does not exist; of one that does, all but the one that it is to keep. */
    private static List<Finding> unwanted(List<Finding> findings) {
        Map<PodKey, List<Finding>> byPod = findings.stream().collect(Collectors.groupingBy(Finding::pod));
        List<Finding> unwanted = new ArrayList<>();
        byPod.values().forEach(groups -> {
            Finding kept = kept(groups);
            groups.stream().filter(group -> !group.equals(kept)).forEach(unwanted::add);
        });
        return unwanted;
    }

    /** Of several groups, the one recorded on the pod, else one that has not ended, else the oldest. */
    private static @Nullable Finding kept(List<Finding> groups) {
        return groups.stream()
                .filter(group -> group.presence() instanceof PodPresence.Present)
                .min(Comparator.comparing(SweepPlanner::isNotRecorded)
                        .thenComparing(Finding::ended)
                        .thenComparing(group -> Objects.requireNonNullElse(group.created(), Instant.MAX))
                        .thenComparing(Finding::id))
                .orElse(null);
    }

    private static boolean isNotRecorded(Finding group) {
        return !(group.presence() instanceof PodPresence.Present present
                && group.id().equals(present.recordedGroupId()));
    }

    private static boolean ripe(
            Finding finding, SweepMemory.Sighting sighting, SweepRules rules, long nanos, Instant now) {
        boolean waited = Duration.ofNanos(nanos - sighting.since()).compareTo(rules.grace()) >= 0;
        return sighting.times() >= 2 && waited && old(finding.created(), rules.grace(), now);
    }

    /** A group from the future shows that a clock is wrong; then the time since it was first seen decides alone. */
    private static boolean old(@Nullable Instant created, Duration grace, Instant now) {
        return created == null || created.isAfter(now) || !now.isBefore(created.plus(grace));
    }
}
