package io.vnode.provider.containergroup;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The container groups of this node as they were seen last. Anybody may read at any time; an entry that was written by a
 * later look is not overwritten by what an earlier one found.
 */
final class GroupBook {

    private record Entry(PodKey pod, ContainerGroup group, long look) {}

    private final String clusterId;
    private final String nodeName;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<PodKey, List<String>> idsByPod = new ConcurrentHashMap<>();

    /**
     * @param clusterId the cluster whose groups belong into the book
     * @param nodeName the node whose groups belong into the book
     */
    GroupBook(String clusterId, String nodeName) {
        this.clusterId = clusterId;
        this.nodeName = nodeName;
    }

    /**
     * Takes note of a group that a look found.
     *
     * @param look the look's number
     * @return the pod that this is news for; null when it is not, or when the group is not of this node
     */
    @Nullable
    PodKey note(ContainerGroup group, long look) {
        // A filter was ECI's; what is ours is decided by the tags themselves.
        ContainerGroupTags tags = ContainerGroupTags.from(group.tags());
        if (tags == null
                || !tags.clusterId().equals(clusterId)
                || !tags.nodeName().equals(nodeName)) {
            return null;
        }
        Entry before = entries.get(group.id());
        if (before != null && before.look() > look) {
            return null;
        }
        ContainerGroup kept =
                withoutOrder(group, before == null ? List.of() : before.group().events());
        if (before == null) {
            entries.put(group.id(), new Entry(tags.pod(), kept, look));
            idsByPod.merge(tags.pod(), List.of(group.id()), GroupBook::joined);
            return tags.pod();
        }
        boolean news = !before.group().equals(kept);
        entries.put(group.id(), new Entry(before.pod(), news ? kept : before.group(), look));
        return news ? before.pod() : null;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    /**
     * What was ordered is known from the pod; thousands of copies of it would fill the memory. A listing is without events;
     * those that a closer look found before have not been undone by it.
     */
    private static ContainerGroup withoutOrder(ContainerGroup group, List<Event> eventsBefore) {
        return new ContainerGroup(
                group.id(),
                group.name(),
                group.regionId(),
                group.zoneId(),
                group.vSwitchId(),
                group.securityGroupId(),
                group.resourceGroupId(),
                group.ramRoleName(),
                group.status(),
                group.cpu(),
                group.memory(),
                Map.of(),
                group.intranetIp(),
                group.internetIp(),
                group.network(),
                group.instance(),
                group.restartPolicy(),
                group.creationTime(),
                group.succeededTime(),
                group.failedTime(),
                group.expiredTime(),
                withoutOrder(group.containers()),
                withoutOrder(group.initContainers()),
                List.of(),
                List.of(),
                group.events().isEmpty() ? eventsBefore : group.events());
    }

    private static List<Container> withoutOrder(List<Container> containers) {
        return containers.stream()
                .map(container -> new Container(
                        container.name(),
                        container.image(),
                        container.cpu(),
                        container.memory(),
                        container.restartCount(),
                        container.ready(),
                        container.currentState(),
                        container.previousState()))
                .toList();
    }

    /** Strikes a group out; true when it was in the book. */
    boolean strike(String containerGroupId) {
        Entry struck = entries.remove(containerGroupId);
        if (struck == null) {
            return false;
        }
        idsByPod.computeIfPresent(struck.pod(), (_, ids) -> {
            List<String> rest =
                    ids.stream().filter(id -> !id.equals(containerGroupId)).toList();
            return rest.isEmpty() ? null : rest;
        });
        return true;
    }

    /** The group of a pod: the one recorded on the pod, else one that has not ended, else the oldest; null for none. */
    @Nullable
    ContainerGroup groupOf(PodKey pod, @Nullable String recordedId) {
        return groupsOf(pod).stream()
                .min(Comparator.comparing((ContainerGroup group) -> !group.id().equals(recordedId))
                        .thenComparing(group -> group.status().ended())
                        .thenComparing(group -> Objects.requireNonNullElse(group.creationTime(), Instant.MAX))
                        .thenComparing(ContainerGroup::id))
                .orElse(null);
    }

    /** All groups of a pod; more than one would be a mistake of somebody's. */
    List<ContainerGroup> groupsOf(PodKey pod) {
        return idsByPod.getOrDefault(pod, List.of()).stream()
                .map(entries::get)
                .filter(Objects::nonNull)
                .map(Entry::group)
                .toList();
    }

    /** The pod that a group runs for; null when the group is not in the book. */
    @Nullable
    PodKey podOf(String containerGroupId) {
        Entry entry = entries.get(containerGroupId);
        return entry == null ? null : entry.pod();
    }

    /** The groups that no look since this one has found. */
    Set<String> notSeenSince(long look) {
        Set<String> unseen = ConcurrentHashMap.newKeySet();
        entries.forEach((id, entry) -> {
            if (entry.look() < look) {
                unseen.add(id);
            }
        });
        return unseen;
    }

    /** Every group, with the pod that it runs for. */
    Map<PodKey, List<ContainerGroup>> all() {
        Map<PodKey, List<ContainerGroup>> all = new ConcurrentHashMap<>();
        idsByPod.keySet().forEach(pod -> {
            List<ContainerGroup> groups = groupsOf(pod);
            if (!groups.isEmpty()) {
                all.put(pod, groups);
            }
        });
        return all;
    }

    int size() {
        return entries.size();
    }
}
