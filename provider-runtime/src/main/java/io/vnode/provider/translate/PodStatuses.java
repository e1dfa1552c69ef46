package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The statuses of pods that have no container group to speak for them. */
public final class PodStatuses {

    private PodStatuses() {}

    /** The pod is over. What of its containers ran ends in a way that nobody has seen, as the kubelet would say it. */
    public static PodStatus failed(Pod pod, String reason, String message, Instant now) {
        return failed(pod, reason, reason, message, now);
    }

    /** The pod is over, because ECI made no container group for it; its error code tells why. */
    public static PodStatus notCreated(Pod pod, String reason, String code, String message, Instant now) {
        return failed(pod, reason, CreationReasons.of(code), message, now);
    }

    private static PodStatus failed(Pod pod, String reason, String instanceReason, String message, Instant now) {
        Conditions known = new Conditions(pod, now);
        List<PodCondition> conditions = new ArrayList<>();
        if (!known.holds(PodConditionType.CONTAINER_INSTANCE_CREATED.word())) {
            conditions.add(known.of(PodConditionType.CONTAINER_INSTANCE_CREATED, false, instanceReason, message));
        }
        if (known.before(PodConditionType.SANDBOX_READY) != null) {
            conditions.add(known.of(PodConditionType.SANDBOX_READY, false, "PodFailed", ""));
        }
        conditions.add(known.of(PodConditionType.CONTAINERS_READY, false, "PodFailed", ""));
        conditions.add(known.of(PodConditionType.READY, false, "PodFailed", ""));
        return pending(pod, reason, message)
                .edit()
                .withPhase("Failed")
                .withInitContainerStatuses(ended(initContainersOf(pod), message))
                .withContainerStatuses(ended(containersOf(pod), message))
                .withConditions(conditions)
                .build();
    }

    /** The pod has not started; reason and message say why. */
    public static PodStatus pending(Pod pod, String reason, String message) {
        return new PodStatusBuilder()
                .withPhase("Pending")
                .withReason(reason)
                .withMessage(message)
                .withObservedGeneration(pod.getMetadata().getGeneration())
                .withInitContainerStatuses(initContainersOf(pod))
                .withContainerStatuses(containersOf(pod))
                .build();
    }

    /** ECI has no instance for the pod at the moment; its own word and sentence say why. */
    public static PodStatus outOfStock(Pod pod, String code, String detail, Instant now) {
        String reason = CreationReasons.of(code);
        Conditions known = new Conditions(pod, now);
        boolean init = !pod.getSpec().getInitContainers().isEmpty();
        return waiting(pod, init ? "PodInitializing" : "ContainerCreating", "")
                .edit()
                .withConditions(known.of(PodConditionType.CONTAINER_INSTANCE_CREATED, false, reason, detail))
                .build();
    }

    /** The containers wait for something that the pod refers to, as the kubelet would say it. */
    public static PodStatus waitingForInput(Pod pod, String message) {
        return waiting(pod, "CreateContainerConfigError", message);
    }

    private static PodStatus waiting(Pod pod, String reason, String message) {
        boolean init = !pod.getSpec().getInitContainers().isEmpty();
        return pending(pod, "", "")
                .edit()
                .withInitContainerStatuses(waiting(pod.getSpec().getInitContainers(), reason, message))
                .withContainerStatuses(
                        waiting(pod.getSpec().getContainers(), init ? "PodInitializing" : reason, init ? "" : message))
                .build();
    }

    private static List<ContainerStatus> initContainersOf(Pod pod) {
        return pod.getStatus() == null ? List.of() : pod.getStatus().getInitContainerStatuses();
    }

    private static List<ContainerStatus> containersOf(Pod pod) {
        return pod.getStatus() == null ? List.of() : pod.getStatus().getContainerStatuses();
    }

    private static List<ContainerStatus> ended(List<ContainerStatus> statuses, String message) {
        return statuses.stream().map(status -> ended(status, message)).toList();
    }

    private static ContainerStatus ended(ContainerStatus status, String message) {
        ContainerStateRunning running =
                status.getState() == null ? null : status.getState().getRunning();
        ContainerStatusBuilder ended = status.edit().withReady(false).withStarted(false);
        return running == null
                ? ended.build()
                : ended.withState(ContainerStates.endedUnseen(running, false, message, status.getContainerID()))
                        .build();
    }

    private static List<ContainerStatus> waiting(List<Container> containers, String reason, String message) {
        return containers.stream()
                .map(container -> new ContainerStatusBuilder()
                        .withName(container.getName())
                        .withImage(container.getImage())
                        .withImageID("")
                        .withReady(false)
                        .withStarted(false)
                        .withRestartCount(0)
                        .withState(ContainerStates.waiting(reason, message))
                        .build())
                .toList();
    }
}
