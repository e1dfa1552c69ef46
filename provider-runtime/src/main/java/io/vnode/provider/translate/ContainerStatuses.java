package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of a pod's containers. What the group runs besides them, such as a kube-proxy of its own, stays out.
 *
 * @param initContainers in the order of the pod
 * @param containers in the order of the pod
 */
record ContainerStatuses(List<ContainerStatus> initContainers, List<ContainerStatus> containers) {

    static ContainerStatuses of(Pod pod, ContainerGroup group, Phase phase) {
        PodStatus known = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        FinalStates init = FinalStates.ofInitContainers(pod);
        List<ContainerStatus> initContainers = pod.getSpec().getInitContainers().stream()
                .map(wanted -> new Seen(wanted, find(group.initContainers(), wanted.getName()), group, phase)
                        .status(named(known.getInitContainerStatuses(), wanted.getName()), "PodInitializing", init))
                .toList();
        String idle =
                initContainers.stream().allMatch(ContainerStatus::getReady) ? "ContainerCreating" : "PodInitializing";
        FinalStates main = FinalStates.ofContainers(pod);
        return new ContainerStatuses(
                initContainers,
                pod.getSpec().getContainers().stream()
                        .map(wanted -> new Seen(wanted, find(group.containers(), wanted.getName()), group, phase)
                                .status(named(known.getContainerStatuses(), wanted.getName()), idle, main))
                        .toList());
    }

    /** Whether any container runs, or did. */
    boolean anyBegun() {
        return Stream.concat(initContainers.stream(), containers.stream())
                .anyMatch(status -> status.getState().getWaiting() == null || status.getRestartCount() > 0);
    }

    private record Seen(
            io.fabric8.kubernetes.api.model.Container wanted,
            @Nullable Container container,
            ContainerGroup group,
            Phase phase) {

        ContainerStatus status(@Nullable ContainerStatus known, String idle, FinalStates finals) {
            if (known != null && finals.keeps(known)) {
                return known;
            }
            ContainerState state = container == null
                    ? ContainerStates.waiting(idle, null)
                    : ContainerStates.of(container.currentState(), idle, id());
            if (phase.ended() && state.getRunning() != null) {
                // Of a group that was taken away, ECI tells the states it saw last.
                state = ContainerStates.endedUnseen(state.getRunning(), phase.succeeded(), phase.message(), id());
            }
            boolean runs = state.getRunning() != null;
            ContainerState lastState = lastState(known, idle);
            return new ContainerStatusBuilder()
                    .withName(wanted.getName())
                    .withImage(wanted.getImage())
                    .withImageID("")
                    .withContainerID(state.getWaiting() == null || lastState != null ? id() : null)
                    .withState(state)
                    .withLastState(lastState)
                    .withStarted(runs)
                    .withReady(finals.init() ? ContainerStates.endedWell(state) : runs && isReady())
                    .withRestartCount(container == null ? 0 : container.restartCount())
                    .build();
        }

        private boolean isReady() {
            return container != null && container.ready();
        }

        private @Nullable ContainerState lastState(@Nullable ContainerStatus known, String idle) {
            io.vnode.eci.model.ContainerState previous = container == null ? null : container.previousState();
            if (previous instanceof io.vnode.eci.model.ContainerState.Terminated) {
                return ContainerStates.of(previous, idle, id());
            }
            // ECI may forget how the run before ended; the pod does not.
            ContainerState before = known == null ? null : known.getLastState();
            return before == null || before.getTerminated() == null ? null : before;
        }

        private String id() {
            return "eci://" + group.id() + "/" + wanted.getName();
        }
    }

    private static @Nullable Container find(List<Container> containers, String name) {
        for (Container container : containers) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        return null;
    }

    private static @Nullable ContainerStatus named(List<ContainerStatus> statuses, String name) {
        for (ContainerStatus status : statuses) {
            if (name.equals(status.getName())) {
                return status;
            }
        }
        return null;
    }
}
