package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A pod without what is no longer needed of it. Until its container group is recorded on it, everything that can be part of
 * the request to ECI stays; from then on only what its status is made of, and what decides how it ends.
 */
final class LeanPod {

    /** What kubectl remembers of the last apply: a copy of the whole pod. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private LeanPod() {}

    static Pod of(Pod pod) {
        boolean started = PodFacts.recordedGroupId(pod) != null || PodFacts.finished(pod);
        return new PodBuilder()
                .withMetadata(started ? leanest(pod.getMetadata()) : lean(pod.getMetadata()))
                .withSpec(started ? lean(pod.getSpec()) : pod.getSpec())
                .withStatus(pod.getStatus())
                .build();
    }

    private static ObjectMeta lean(ObjectMeta metadata) {
        ObjectMeta lean = new ObjectMetaBuilder(metadata).withManagedFields().build();
        lean.setAnnotations(withoutLastApplied(metadata.getAnnotations()));
        return lean;
    }

    private static ObjectMeta leanest(ObjectMeta metadata) {
        return new ObjectMetaBuilder()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .withGeneration(metadata.getGeneration())
                .withCreationTimestamp(metadata.getCreationTimestamp())
                .withDeletionTimestamp(metadata.getDeletionTimestamp())
                .withDeletionGracePeriodSeconds(metadata.getDeletionGracePeriodSeconds())
                .withAnnotations(withoutLastApplied(metadata.getAnnotations()))
                .withOwnerReferences(metadata.getOwnerReferences())
                .withFinalizers(metadata.getFinalizers())
                .build();
    }

    private static Map<String, String> withoutLastApplied(@Nullable Map<String, String> annotations) {
        return annotations == null
                ? Map.of()
                : annotations.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(LAST_APPLIED))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PodSpec lean(PodSpec spec) {
        return new PodSpecBuilder()
                .withNodeName(spec.getNodeName())
                .withRestartPolicy(spec.getRestartPolicy())
                .withTerminationGracePeriodSeconds(spec.getTerminationGracePeriodSeconds())
                .withReadinessGates(spec.getReadinessGates())
                .withInitContainers(lean(spec.getInitContainers()))
                .withContainers(lean(spec.getContainers()))
                .build();
    }

    private static List<Container> lean(List<Container> containers) {
        return containers.stream()
                .map(container -> new ContainerBuilder()
                        .withName(container.getName())
                        .withImage(container.getImage())
                        .withResources(container.getResources())
                        .build())
                .toList();
    }
}
