package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.Annotations;
import io.vnode.addon.PodKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pod says about itself. */
final class PodFacts {

    private static final Set<String> FINAL_PHASES = Set.of("Succeeded", "Failed");

    private PodFacts() {}

    static PodKey key(Pod pod) {
        return new PodKey(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid());
    }

    /** The id of the container group that was made for the pod; null if none was, or none was recorded. */
    static @Nullable String recordedGroupId(@Nullable Pod pod) {
        if (pod == null) {
            return null;
        }
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get(Annotations.INSTANCE_ID);
    }

    static boolean finished(Pod pod) {
        return pod.getStatus() != null && FINAL_PHASES.contains(pod.getStatus().getPhase());
    }

    static boolean ownedByDaemonSet(Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map(OwnerReference::getKind)
                .anyMatch("DaemonSet"::equals);
    }
}
