package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.vnode.eci.model.ContainerGroup;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says a container group in the words of Kubernetes: the status of its pod, as far as it is ours to say.
 *
 * <p>Of the pod it reads the metadata, the status, and of the spec the names and images of containers, the readiness gates
 * and the restart policy; nothing else need be kept of pods that have their group. The class of service is not written:
 * the API server sets it when it takes the pod, and lets nobody change it.
 */
public final class StatusTranslator {

    private StatusTranslator() {}

    /**
     * The status of a pod whose group ECI lists.
     *
     * @param pod the pod, with the status it has
     * @param group its container group
     * @param now the time that changed conditions get
     */
    public static PodStatus toPodStatus(Pod pod, ContainerGroup group, Instant now) {
        Phase phase = Phase.of(pod, group);
        ContainerStatuses statuses = ContainerStatuses.of(pod, group, phase);
        Conditions conditions = new Conditions(pod, now);
        List<PodCondition> all = Stream.concat(
                        new InstanceConditions(group, phase, statuses, conditions).all().stream(),
                        new ReadinessConditions(pod, phase, statuses, conditions).all().stream())
                .toList();
        PodStatusBuilder status = new PodStatusBuilder()
                .withPhase(phase.word())
                .withReason(phase.reason())
                .withMessage(phase.message())
                .withObservedGeneration(pod.getMetadata().getGeneration())
                .withStartTime(startTime(pod, group))
                .withInitContainerStatuses(statuses.initContainers())
                .withContainerStatuses(statuses.containers())
                .withConditions(all);
        List<String> addresses = addresses(group);
        if (!addresses.isEmpty()) {
            // Each container group is a host of its own.
            status.withPodIP(addresses.getFirst())
                    .withPodIPs(addresses.stream().map(PodIP::new).toList())
                    .withHostIP(addresses.getFirst())
                    .withHostIPs(addresses.stream().map(HostIP::new).toList());
        }
        return status.build();
    }

    /** The address in the VPC comes first; a pod has none before that one is known. */
    private static List<String> addresses(ContainerGroup group) {
        String first = group.intranetIp();
        String second = group.network().ipv6Address();
        if (first == null || first.isEmpty()) {
            return List.of();
        }
        return second == null || second.isEmpty() ? List.of(first) : List.of(first, second);
    }

    private static @Nullable String startTime(Pod pod, ContainerGroup group) {
        String known = pod.getStatus() == null ? null : pod.getStatus().getStartTime();
        return known == null ? KubernetesTime.text(group.creationTime()) : known;
    }
}
