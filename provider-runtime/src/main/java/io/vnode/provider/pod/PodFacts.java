package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.Annotations;
import io.vnode.addon.PodKey;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a pod says about itself. */
final class PodFacts {

    /** As in {@code eci://eci-bp1a/web}. */
    private static final String CONTAINER_ID_SCHEME = "eci://";

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
        String recorded = annotations == null ? null : annotations.get(Annotations.INSTANCE_ID);
        return recorded == null ? groupIdInStatus(pod) : recorded;
    }

    /** Annotations can be taken off by anybody; that a container ran in a group is in the status too. */
    private static @Nullable String groupIdInStatus(Pod pod) {
        if (pod.getStatus() == null) {
            return null;
        }
        return pod.getStatus().getContainerStatuses().stream()
                .map(ContainerStatus::getContainerID)
                .filter(id -> id != null
                        && id.startsWith(CONTAINER_ID_SCHEME)
                        && id.indexOf('/', CONTAINER_ID_SCHEME.length()) > 0)
                .map(id -> id.substring(CONTAINER_ID_SCHEME.length(), id.indexOf('/', CONTAINER_ID_SCHEME.length())))
                .findFirst()
                .orElse(null);
    }

    /** The phase; a pod that says none has just been made. */
    static String phase(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return phase == null ? "Pending" : phase;
    }

    static boolean finished(Pod pod) {
        return pod.getStatus() != null && FINAL_PHASES.contains(pod.getStatus().getPhase());
    }

    /** Whether somebody wants to see the pod once more before it leaves the API. */
    static boolean awaited(Pod pod) {
        return !pod.getMetadata().getFinalizers().isEmpty();
    }

    static boolean ownedByDaemonSet(Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map(OwnerReference::getKind)
                .anyMatch("DaemonSet"::equals);
    }
}
