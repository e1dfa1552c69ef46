package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import java.time.Instant;
import java.util.List;

/** The statuses of pods that have no container group to speak for them. */
public final class PodStatuses {

    private PodStatuses() {}

    /** The pod is over. What its containers last said stays as it is. */
    public static PodStatus failed(Pod pod, String reason, String message, Instant now) {
        Conditions conditions = new Conditions(pod, now);
        return pending(pod, reason, message)
                .edit()
                .withPhase("Failed")
                .withConditions(
                        conditions.of("ContainersReady", false, "PodFailed"),
                        conditions.of("Ready", false, "PodFailed"))
                .build();
    }

    /** The pod has not started; reason and message say why. */
    public static PodStatus pending(Pod pod, String reason, String message) {
        PodStatusBuilder status =
                new PodStatusBuilder().withPhase("Pending").withReason(reason).withMessage(message);
        if (pod.getStatus() != null) {
            status.withInitContainerStatuses(pod.getStatus().getInitContainerStatuses())
                    .withContainerStatuses(pod.getStatus().getContainerStatuses());
        }
        return status.build();
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
