package io.vnode.provider.containergroup;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the last listing of this node's container groups said. */
sealed interface View {

    /** The listing failed. */
    record Failed(Outage outage) implements View {}

    /**
     * The listing is complete.
     *
     * @param number counts listings; what happened after a listing began may not be in it
     * @param groups the groups of this node, by the pod they run for
     * @param proof what speaks for a listing in which a group is missing
     */
    record Listed(long number, Map<PodKey, List<ContainerGroup>> groups, Proof proof) implements View {

        public Listed {
            groups = Map.copyOf(groups);
        }

        static Listed of(long number, List<ContainerGroup> listing, String clusterId, String nodeName, Proof proof) {
            Map<PodKey, List<ContainerGroup>> groups = new HashMap<>();
            for (ContainerGroup group : listing) {
                ContainerGroupTags tags = ContainerGroupTags.from(group.tags());
                // The filter was ECI's; what is ours is decided by the tags themselves.
                if (tags != null
                        && tags.clusterId().equals(clusterId)
                        && tags.nodeName().equals(nodeName)) {
                    groups.computeIfAbsent(tags.pod(), _ -> new ArrayList<>()).add(group);
                }
            }
            groups.replaceAll((_, ofPod) -> List.copyOf(ofPod));
            return new Listed(number, groups, groups.isEmpty() ? proof : Proof.GROUPS_OF_OURS);
        }

        /** The group of a pod: the one recorded on the pod, else the oldest; null when none is listed. */
        @Nullable
        ContainerGroup groupOf(PodKey pod, @Nullable String recordedId) {
            return groups.getOrDefault(pod, List.of()).stream()
                    .min(Comparator.comparing(
                                    (ContainerGroup group) -> !group.id().equals(recordedId))
                            .thenComparing(group -> Objects.requireNonNullElse(group.creationTime(), Instant.MAX))
                            .thenComparing(ContainerGroup::id))
                    .orElse(null);
        }

        boolean lists(String containerGroupId) {
            return groups.values().stream().flatMap(List::stream).anyMatch(group -> group.id()
                    .equals(containerGroupId));
        }

        /** The pods whose groups differ from those of an earlier listing. */
        Set<PodKey> changedSince(@Nullable Listed before) {
            if (before == null) {
                return groups.keySet();
            }
            Set<PodKey> changed = new HashSet<>(groups.keySet());
            changed.addAll(before.groups.keySet());
            changed.removeIf(pod -> Objects.equals(groups.get(pod), before.groups.get(pod)));
            return changed;
        }
    }

    /**
     * Why a listing without a certain group is believed, or not. ECI answers an identity that may not list with an empty
     * list, so emptiness alone proves nothing.
     */
    enum Proof {
        /** The listing shows other groups of ours, so it works. */
        GROUPS_OF_OURS,
        /** It shows nothing, but the same identity sees groups of others in the region. */
        GROUPS_OF_OTHERS,
        /** It shows nothing, and so does the whole region. */
        NONE,
        /** It shows nothing, and nobody has needed to know yet why. */
        NOT_LOOKED_FOR;

        boolean convincing() {
            return this == GROUPS_OF_OURS || this == GROUPS_OF_OTHERS;
        }
    }
}
