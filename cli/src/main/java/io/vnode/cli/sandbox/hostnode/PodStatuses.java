package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.vnode.cli.sandbox.hostnode.ContainerSnapshot.Phase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a pod stands, in the words of Kubernetes, from how its containers stand. */
final class PodStatuses {

    private PodStatuses() {}

    /**
     * The status to write.
     *
     * @param pod as the API server has it; its conditions keep their times where nothing changes
     * @param startTime when this node took the pod on
     */
    static PodStatus of(Pod pod, List<ContainerSnapshot> containers, String address, Instant startTime, Instant now) {
        boolean ready = !containers.isEmpty() && containers.stream().allMatch(ContainerSnapshot::ready);
        boolean started =
                containers.stream().noneMatch(it -> it.phase() instanceof Phase.Waiting && it.restarts() == 0);
        return new PodStatusBuilder()
                .withPhase(phase(containers))
                .withHostIP(address)
                .addNewHostIP(address)
                .withPodIP(address)
                .addNewPodIP(address)
                .withStartTime(time(startTime))
                .withConditions(conditions(pod, started, ready, now))
                .withContainerStatuses(
                        containers.stream().map(PodStatuses::status).toList())
                .build();
    }

    private static String phase(List<ContainerSnapshot> containers) {
        boolean allEnded = containers.stream().allMatch(it -> it.phase() instanceof Phase.Ended);
        if (allEnded && !containers.isEmpty()) {
            boolean allWell =
                    containers.stream().allMatch(it -> it.phase() instanceof Phase.Ended end && end.exitCode() == 0);
            return allWell ? "Succeeded" : "Failed";
        }
        boolean everRan =
                containers.stream().anyMatch(it -> it.restarts() > 0 || !(it.phase() instanceof Phase.Waiting));
        return everRan ? "Running" : "Pending";
    }

    private static List<PodCondition> conditions(Pod pod, boolean started, boolean ready, Instant now) {
        List<PodCondition> before =
                pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        List<PodCondition> conditions = new ArrayList<>();
        before.stream().filter(it -> it.getType().equals("PodScheduled")).forEach(conditions::add);
        conditions.add(condition(before, "PodReadyToStartContainers", started, null, now));
        conditions.add(condition(before, "Initialized", true, null, now));
        conditions.add(condition(before, "ContainersReady", ready, "ContainersNotReady", now));
        conditions.add(condition(before, "Ready", ready, "ContainersNotReady", now));
        return conditions;
    }

    private static PodCondition condition(
            List<PodCondition> before, String type, boolean holds, @Nullable String reasonIfNot, Instant now) {
        String status = holds ? "True" : "False";
        String since = before.stream()
                .filter(it -> it.getType().equals(type) && it.getStatus().equals(status))
                .map(PodCondition::getLastTransitionTime)
                .findFirst()
                .orElse(time(now));
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(holds ? null : reasonIfNot)
                .withLastTransitionTime(since)
                .build();
    }

    private static ContainerStatus status(ContainerSnapshot container) {
        return new ContainerStatusBuilder()
                .withName(container.name())
                .withImage(container.image())
                .withImageID("")
                .withReady(container.ready())
                .withStarted(container.phase() instanceof Phase.Running)
                .withRestartCount(container.restarts())
                .withState(state(container.phase()))
                .withLastState(container.last() == null ? null : state(container.last()))
                .build();
    }

    private static ContainerState state(Phase phase) {
        ContainerStateBuilder state = new ContainerStateBuilder();
        switch (phase) {
            case Phase.Waiting(var reason, var message) ->
                state.withNewWaiting().withReason(reason).withMessage(message).endWaiting();
            case Phase.Running(var since) ->
                state.withNewRunning().withStartedAt(time(since)).endRunning();
            case Phase.Ended(var exitCode, var reason, var started, var finished) ->
                state.withNewTerminated()
                        .withExitCode(exitCode)
                        .withReason(reason)
                        .withStartedAt(time(started))
                        .withFinishedAt(time(finished))
                        .endTerminated();
        }
        return state.build();
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
