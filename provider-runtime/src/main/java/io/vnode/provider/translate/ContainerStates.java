package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.vnode.eci.model.ContainerState.Running;
import io.vnode.eci.model.ContainerState.Terminated;
import io.vnode.eci.model.ContainerState.Unrecognised;
import io.vnode.eci.model.ContainerState.Waiting;
import org.jspecify.annotations.Nullable;

/** States of containers in the words of Kubernetes. */
final class ContainerStates {

    /** What a shell says of a process that was killed. */
    private static final int KILLED = 137;

    private ContainerStates() {}

    /**
     * A state as ECI tells it.
     *
     * @param state the state
     * @param idle why the container waits where ECI does not say
     * @param containerId the container
     */
    static ContainerState of(io.vnode.eci.model.ContainerState state, String idle, String containerId) {
        return switch (state) {
            case Waiting(var reason, var message) ->
                waiting(reason == null || reason.isEmpty() ? idle : reason, message);
            case Running(var startedAt) ->
                new ContainerStateBuilder()
                        .withNewRunning()
                        .withStartedAt(KubernetesTime.text(startedAt))
                        .endRunning()
                        .build();
            case Terminated ended -> terminated(ended, containerId);
            case Unrecognised(var word) -> waiting(word, null);
        };
    }

    static ContainerState waiting(String reason, @Nullable String message) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message == null || message.isEmpty() ? null : message)
                .endWaiting()
                .build();
    }

    /** How a container that ran ends when its group does and ECI does not say how, as the kubelet would put it. */
    static ContainerState endedUnseen(
            ContainerStateRunning running, boolean well, String message, @Nullable String containerId) {
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withContainerID(containerId)
                .withExitCode(well ? 0 : KILLED)
                .withReason(well ? "Completed" : "ContainerStatusUnknown")
                .withMessage(message.isEmpty() ? null : message)
                .withStartedAt(running.getStartedAt())
                .endTerminated()
                .build();
    }

    static boolean endedWell(ContainerState state) {
        return state.getTerminated() != null && state.getTerminated().getExitCode() == 0;
    }

    private static ContainerState terminated(Terminated ended, String containerId) {
        boolean signalled = ended.signal() != null && ended.signal() != 0;
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withContainerID(containerId)
                .withExitCode(ended.exitCode())
                .withSignal(signalled ? ended.signal() : null)
                .withReason(reason(ended))
                .withMessage(ended.message() == null || ended.message().isEmpty() ? null : ended.message())
                .withStartedAt(KubernetesTime.text(ended.startedAt()))
                .withFinishedAt(KubernetesTime.text(ended.finishedAt()))
                .endTerminated()
                .build();
    }

    private static String reason(Terminated ended) {
        String reason = ended.reason();
        return reason == null || reason.isEmpty() ? (ended.exitCode() == 0 ? "Completed" : "Error") : reason;
    }
}
