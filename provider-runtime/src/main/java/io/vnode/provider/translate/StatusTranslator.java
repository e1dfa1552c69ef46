package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says a container group in the words of Kubernetes: the status of its pod, as far as it is ours to say. */
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
        Phase phase = phase(pod, group);
        ContainerStatuses statuses = ContainerStatuses.of(pod, group);
        PodStatusBuilder status = new PodStatusBuilder()
                .withPhase(phase.word())
                .withReason(phase.reason())
                .withMessage(phase.message())
                .withStartTime(startTime(pod, group))
                .withInitContainerStatuses(statuses.initContainers())
                .withContainerStatuses(statuses.containers())
                .withConditions(conditions(pod, group, phase, statuses, now));
        String address = group.intranetIp();
        if (address != null && !address.isEmpty()) {
            // Each container group is a host of its own.
            status.withPodIP(address)
                    .withPodIPs(new PodIP(address))
                    .withHostIP(address)
                    .withHostIPs(new HostIP(address));
        }
        return status.build();
    }

    private record Phase(String word, String reason, String message) {

        static Phase of(String word) {
            return new Phase(word, "", "");
        }
    }

    private static Phase phase(Pod pod, ContainerGroup group) {
        return switch (group.status()) {
            case SCHEDULING, PENDING -> Phase.of("Pending");
            case RUNNING -> Phase.of("Running");
            case SUCCEEDED -> Phase.of("Succeeded");
            case FAILED -> Phase.of("Failed");
            case SCHEDULE_FAILED -> failedWithLastWarning(group, "ScheduleFailed");
            case EXPIRED -> failedWithLastWarning(group, "ContainerInstanceExpired");
            // A pod that steps back from Running would be replaced by its controller for nothing.
            case RESTARTING, UPDATING, TERMINATING, UNRECOGNISED -> Phase.of(phaseSoFar(pod));
        };
    }

    private static Phase failedWithLastWarning(ContainerGroup group, String otherwise) {
        return group.events().stream()
                .filter(event -> "Warning".equals(event.type()))
                .reduce((_, last) -> last)
                .map((Event event) -> new Phase("Failed", event.reason(), event.message()))
                .orElseGet(() -> new Phase("Failed", otherwise, "ECI ended container group " + group.id()));
    }

    private static String phaseSoFar(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        return Objects.requireNonNullElse(phase, "Pending");
    }

    private static @Nullable String startTime(Pod pod, ContainerGroup group) {
        String known = pod.getStatus() == null ? null : pod.getStatus().getStartTime();
        return known == null ? KubernetesTime.text(group.creationTime()) : known;
    }

    private static List<PodCondition> conditions(
            Pod pod, ContainerGroup group, Phase phase, ContainerStatuses statuses, Instant now) {
        boolean ended = phase.word().equals("Succeeded") || phase.word().equals("Failed");
        boolean created = group.status() != ContainerGroupStatus.SCHEDULING
                && group.status() != ContainerGroupStatus.SCHEDULE_FAILED;
        boolean containersReady = !ended && phase.word().equals("Running") && statuses.allReady();
        String endedReason = phase.word().equals("Succeeded") ? "PodCompleted" : "PodFailed";
        String unready = containersReady ? "" : ended ? endedReason : "ContainersNotReady";
        boolean ready = containersReady && readinessGatesOpen(pod);
        String whyNotReady = containersReady ? "ReadinessGatesNotReady" : unready;

        Conditions conditions = new Conditions(pod, now);
        List<PodCondition> wanted = new ArrayList<>();
        wanted.add(conditions.of("PodScheduled", true, ""));
        wanted.add(conditions.of("ContainerInstanceCreated", created, created ? "" : "Creating"));
        wanted.add(conditions.of(
                "Initialized", statuses.initialized(), statuses.initialized() ? "" : "ContainersNotInitialized"));
        wanted.add(conditions.of("ContainersReady", containersReady, unready));
        wanted.add(conditions.of("Ready", ready, ready ? "" : whyNotReady));
        return wanted;
    }

    private static boolean readinessGatesOpen(Pod pod) {
        List<PodCondition> known =
                pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        return pod.getSpec().getReadinessGates().stream()
                .map(PodReadinessGate::getConditionType)
                .allMatch(gate -> known.stream()
                        .anyMatch(
                                condition -> condition.getType().equals(gate) && "True".equals(condition.getStatus())));
    }
}
