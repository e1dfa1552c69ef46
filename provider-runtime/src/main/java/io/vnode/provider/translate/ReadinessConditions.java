package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The conditions of every pod, with the kubelet's reasons: initialized, containers ready, ready. */
final class ReadinessConditions {

    private final Pod pod;
    private final Phase phase;
    private final ContainerStatuses statuses;
    private final Conditions conditions;

    ReadinessConditions(Pod pod, Phase phase, ContainerStatuses statuses, Conditions conditions) {
        this.pod = pod;
        this.phase = phase;
        this.statuses = statuses;
        this.conditions = conditions;
    }

    List<PodCondition> all() {
        List<PodCondition> all = new ArrayList<>(4);
        if (conditions.before(PodConditionType.POD_SCHEDULED) == null) {
            all.add(conditions.holding(PodConditionType.POD_SCHEDULED));
        }
        all.add(initialized());
        if (phase.ended()) {
            String reason = phase.succeeded() ? "PodCompleted" : "PodFailed";
            all.add(conditions.of(PodConditionType.CONTAINERS_READY, false, reason, ""));
            all.add(conditions.of(PodConditionType.READY, false, reason, ""));
            return all;
        }
        String unready = names(statuses.containers(), ContainerStatus::getReady);
        if (!phase.running() || !unready.isEmpty()) {
            String message = unready.isEmpty() ? "" : "containers with unready status: [%s]".formatted(unready);
            all.add(conditions.of(PodConditionType.CONTAINERS_READY, false, "ContainersNotReady", message));
            all.add(conditions.of(PodConditionType.READY, false, "ContainersNotReady", message));
            return all;
        }
        all.add(conditions.holding(PodConditionType.CONTAINERS_READY));
        all.add(ready());
        return all;
    }

    private PodCondition initialized() {
        if (phase.succeeded()) {
            return conditions.of(PodConditionType.INITIALIZED, true, "PodCompleted", "");
        }
        String incomplete = names(statuses.initContainers(), ContainerStatus::getReady);
        return incomplete.isEmpty()
                ? conditions.holding(PodConditionType.INITIALIZED)
                : conditions.of(
                        PodConditionType.INITIALIZED,
                        false,
                        "ContainersNotInitialized",
                        "containers with incomplete status: [%s]".formatted(incomplete));
    }

    private PodCondition ready() {
        String closed = pod.getSpec().getReadinessGates().stream()
                .map(PodReadinessGate::getConditionType)
                .filter(gate -> !conditions.holds(gate))
                .collect(Collectors.joining(" "));
        return closed.isEmpty()
                ? conditions.holding(PodConditionType.READY)
                : conditions.of(
                        PodConditionType.READY,
                        false,
                        "ReadinessGatesNotReady",
                        "readiness gates that are not open: [%s]".formatted(closed));
    }

    private static String names(List<ContainerStatus> statuses, Predicate<ContainerStatus> fine) {
        for (ContainerStatus status : statuses) {
            if (!fine.test(status)) {
                return statuses.stream()
                        .filter(fine.negate())
                        .map(ContainerStatus::getName)
                        .collect(Collectors.joining(" "));
            }
        }
        return "";
    }
}
