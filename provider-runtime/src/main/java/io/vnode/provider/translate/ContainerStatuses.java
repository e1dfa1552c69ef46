package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of a pod's containers.
 *
 * @param initContainers in the order of the pod
 * @param containers in the order of the pod
 */
record ContainerStatuses(List<ContainerStatus> initContainers, List<ContainerStatus> containers) {

    static ContainerStatuses of(Pod pod, ContainerGroup group) {
        List<ContainerStatus> init =
                statuses(pod.getSpec().getInitContainers(), group, group.initContainers(), "PodInitializing", true);
        boolean initialized = init.stream().allMatch(ContainerStatuses::endedWell);
        String idle = initialized ? "ContainerCreating" : "PodInitializing";
        return new ContainerStatuses(
                init, statuses(pod.getSpec().getContainers(), group, group.containers(), idle, false));
    }

    boolean initialized() {
        return initContainers.stream().allMatch(ContainerStatuses::endedWell);
    }

    boolean allReady() {
        return containers.stream().allMatch(ContainerStatus::getReady);
    }

    private static boolean endedWell(ContainerStatus status) {
        return status.getState().getTerminated() != null
                && status.getState().getTerminated().getExitCode() == 0;
    }

    private static List<ContainerStatus> statuses(
            List<io.fabric8.kubernetes.api.model.Container> wanted,
            ContainerGroup group,
            List<Container> running,
            String idle,
            boolean init) {
        Map<String, Container> byName =
                running.stream().collect(Collectors.toMap(Container::name, Function.identity(), (one, _) -> one));
        return wanted.stream()
                .map(container -> status(container, group, byName.get(container.getName()), idle, init))
                .toList();
    }

    private static ContainerStatus status(
            io.fabric8.kubernetes.api.model.Container wanted,
            ContainerGroup group,
            @Nullable Container running,
            String idle,
            boolean init) {
        ContainerStatusBuilder status = new ContainerStatusBuilder()
                .withName(wanted.getName())
                .withImage(wanted.getImage())
                .withImageID("")
                .withReady(false)
                .withStarted(false)
                .withRestartCount(0)
                .withState(waiting(idle, null));
        if (running == null) {
            return status.build();
        }
        ContainerState state = state(group, wanted.getName(), running.currentState(), idle);
        boolean runs = state.getRunning() != null;
        boolean endedWell =
                state.getTerminated() != null && state.getTerminated().getExitCode() == 0;
        status.withState(state)
                .withStarted(runs)
                .withReady(init ? endedWell : runs && running.ready())
                .withRestartCount(running.restartCount());
        if (state.getWaiting() == null) {
            status.withContainerID(containerId(group, wanted.getName()));
        }
        if (running.previousState() instanceof io.vnode.eci.model.ContainerState.Terminated previous) {
            status.withLastState(state(group, wanted.getName(), previous, idle));
        }
        return status.build();
    }

    private static ContainerState state(
            ContainerGroup group, String container, io.vnode.eci.model.ContainerState state, String idle) {
        return switch (state) {
            case io.vnode.eci.model.ContainerState.Waiting(var reason, var message) ->
                waiting(reason == null || reason.isEmpty() ? idle : reason, message);
            case io.vnode.eci.model.ContainerState.Running(var startedAt) ->
                new ContainerStateBuilder()
                        .withNewRunning()
                        .withStartedAt(KubernetesTime.text(startedAt))
                        .endRunning()
                        .build();
            case io.vnode.eci.model.ContainerState.Terminated ended ->
                new ContainerStateBuilder()
                        .withNewTerminated()
                        .withContainerID(containerId(group, container))
                        .withExitCode(ended.exitCode())
                        .withSignal(ended.signal())
                        .withReason(Objects.requireNonNullElse(
                                ended.reason(), ended.exitCode() == 0 ? "Completed" : "Error"))
                        .withMessage(ended.message())
                        .withStartedAt(KubernetesTime.text(ended.startedAt()))
                        .withFinishedAt(KubernetesTime.text(ended.finishedAt()))
                        .endTerminated()
                        .build();
            case io.vnode.eci.model.ContainerState.Unrecognised(var word) -> waiting(word, null);
        };
    }

    private static ContainerState waiting(String reason, @Nullable String message) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting()
                .build();
    }

    private static String containerId(ContainerGroup group, String container) {
        return "eci://" + group.id() + "/" + container;
    }
}
