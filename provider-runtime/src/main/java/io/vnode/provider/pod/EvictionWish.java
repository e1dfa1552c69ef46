package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.Event;
import io.vnode.provider.translate.Happenings;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a pod is to be evicted: ECI announced something, and the pod's annotations ask for an eviction then.
 *
 * @param why the reason and the sentence of ECI
 */
record EvictionWish(String why) {

    private static final String BY_THE_API = "api-evict";

    /** Decided from what pod and group say alone, so that a restarted process decides the same. */
    static @Nullable EvictionWish of(Pod pod, ContainerGroup group) {
        if (group.status().ended()) {
            return null;
        }
        Event release = Happenings.spotToBeReleased(group);
        if (release != null && says(pod, PodAnnotation.SPOT_RELEASE_STRATEGY, BY_THE_API)) {
            return of(release);
        }
        Event full = Happenings.fullDisk(group);
        return full != null && says(pod, PodAnnotation.EVICTION_ENABLE, "true") ? of(full) : null;
    }

    private static EvictionWish of(Event event) {
        return new EvictionWish(event.reason() + ": " + event.message());
    }

    private static boolean says(Pod pod, PodAnnotation annotation, String value) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        return annotation
                .keys()
                .anyMatch(key -> value.equals(annotations.getOrDefault(key, "").strip()));
    }
}
