package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.Annotations;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.provider.translate.PodStatuses;
import io.vnode.provider.translate.StatusTranslator;
import io.vnode.provider.translate.WrittenAnnotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Has pods say what their container groups do, and has them leave when ECI announces that they must. */
final class PodReporter {

    /** A budget may let the pod go any moment, and ECI gives a spot instance three minutes. */
    private static final Duration EVICTION_RETRY = Duration.ofSeconds(5);

    private final BoundPods pods;
    private final PodEvents events;
    private final PodEvictions evictions;
    private final Clock clock;

    /** The request ids of creations that the pods do not bear yet. */
    private final Map<PodKey, String> requestIds = new ConcurrentHashMap<>();

    PodReporter(BoundPods pods, PodEvents events, PodEvictions evictions, Clock clock) {
        this.pods = pods;
        this.events = events;
        this.evictions = evictions;
        this.clock = clock;
    }

    /** ECI took the request for a pod's group. The pod bears the id of the group from its next status on. */
    void created(PodKey key, String groupId, String requestId) {
        requestIds.put(key, requestId);
        events.normal(key, "ProviderCreateSuccess", "Created container group " + groupId);
    }

    /** Forgets what was remembered of a pod that is no more. */
    void forget(PodKey key) {
        requestIds.remove(key);
        events.forget(key);
    }

    /**
     * Tells what a pod's group does; nothing is written where nothing changed.
     *
     * @return when to look again although nothing changes; null when there is no need
     */
    @Nullable
    Duration report(PodKey key, Pod pod, ContainerGroup group) {
        events.mirror(key, pod, group);
        Instant now = clock.instant();
        boolean unused = pods.write(pod, StatusTranslator.toPodStatus(pod, group, now), annotations(key, pod, group));
        requestIds.remove(key);
        EvictionWish wish = EvictionWish.of(pod, group);
        return wish == null ? PendingLimit.left(new PodAction.WriteStatus(pod, group), now) : evict(key, wish);
    }

    /** The first status that a pod gets of its group records the group on it, in the same write. */
    private Map<String, String> annotations(PodKey key, Pod pod, ContainerGroup group) {
        Map<String, String> missing = WrittenAnnotation.missing(pod, group);
        if (group.id().equals(PodFacts.recordedGroupId(pod))) {
            return missing;
        }
        Map<String, String> annotations = new HashMap<>(missing);
        annotations.put(Annotations.INSTANCE_ID, group.id());
        String requestId = requestIds.get(key); // only the process that made the group knows it
        if (requestId != null) {
            annotations.put(Annotations.REQUEST_ID, requestId);
        }
        return annotations;
    }

    /**
     * The pod was deleted and its group is no more. Whoever keeps the pod by a finalizer learns that it is over, as from a
     * kubelet: a Job may wait for that before it makes another one.
     */
    void deleted(Pod pod) {
        if (PodFacts.awaited(pod) && !PodFacts.finished(pod)) {
            boolean unused = pods.writeStatus(pod, PodStatuses.failed(pod, "", "the pod was deleted", clock.instant()));
        }
    }

    private @Nullable Duration evict(PodKey key, EvictionWish wish) {
        return switch (evictions.evict(key)) {
            case PodEvictions.Outcome.Evicted() -> {
                events.normal(key, "Evicting", wish.why());
                yield null;
            }
            case PodEvictions.Outcome.Gone() -> null;
            case PodEvictions.Outcome.Blocked(String why) -> {
                events.warning(key, "EvictionBlocked", "%s (%s)".formatted(why, wish.why()));
                yield EVICTION_RETRY;
            }
        };
    }
}
