package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.List;

/** The statuses of pods that have no container group to speak for them. */
public final class PodStatuses {

    private static final int EXIT_CODE_OF_A_KILLED_PROCESS = 137;

    private PodStatuses() {}

    /** The pod is over. What of its containers ran ends in a way that nobody has seen, as the kubelet would say it. */
    public static PodStatus failed(Pod pod, String reason, String message, Instant now) {
        Conditions conditions = new Conditions(pod, now);
        return pending(pod, reason, message)
                .edit()
                .withPhase("Failed")
                .withInitContainerStatuses(ended(initContainersOf(pod), message))
                .withContainerStatuses(ended(containersOf(pod), message))
                .withConditions(
                        conditions.of("ContainersReady", false, "PodFailed"),
                        conditions.of("Ready", false, "PodFailed"))
                .build();
    }

    /** The pod has not started; reason and message say why. */
    public static PodStatus pending(Pod pod, String reason, String message) {
        return new PodStatusBuilder()
                .withPhase("Pending")
                .withReason(reason)
                .withMessage(message)
                .withInitContainerStatuses(initContainersOf(pod))
                .withContainerStatuses(containersOf(pod))
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
        if (running != null) {
            ended.withNewState()
                    .withNewTerminated()
                    .withContainerID(status.getContainerID())
                    .withExitCode(EXIT_CODE_OF_A_KILLED_PROCESS)
                    .withReason("ContainerStatusUnknown")
                    .withMessage(message)
                    .withStartedAt(running.getStartedAt())
                    .endTerminated()
                    .endState();
        }
        return ended.build();
    }

    /** The containers wait for something that the pod refers to, as the kubelet would say it. */
    public static PodStatus waitingForInput(Pod pod, String message) {
        boolean init = !pod.getSpec().getInitContainers().isEmpty();
        String reason = "CreateContainerConfigError";
        return new PodStatusBuilder()
                .withPhase("Pending")
                .withReason("")
                .withMessage("")
                .withInitContainerStatuses(waiting(pod.getSpec().getInitContainers(), reason, message))
                .withContainerStatuses(
                        waiting(pod.getSpec().getContainers(), init ? "PodInitializing" : reason, init ? "" : message))
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
                        .withNewState()
                        .withNewWaiting()
                        .withReason(reason)
                        .withMessage(message.isEmpty() ? null : message)
                        .endWaiting()
                        .endState()
                        .build())
                .toList();
    }
}
