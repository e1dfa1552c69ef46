package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.vnode.addon.AddonObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says from what the cluster shows whether the addon is ready, on its way, or past hope. It asks nobody. */
final class RolloutJudge {

    /** Reasons that no waiting cures. */
    private static final Set<String> HOPELESS =
            Set.of("ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError");

    /** A container may crash this often, as while an API server restarts, before it counts as past hope. */
    private static final int CRASHES_FORGIVEN = 2;

    /** The exit code with which the addon's programs refuse their settings. */
    private static final int SETTINGS_REFUSED = 2;

    private RolloutJudge() {}

    static Rollout judge(
            @Nullable StatefulSet provider, @Nullable Deployment admission, List<Pod> pods, List<Node> nodes) {
        List<String> waiting = new ArrayList<>();
        if (provider == null) {
            waiting.add("StatefulSet %s: not there".formatted(AddonObjects.PROVIDER_STATEFUL_SET));
        } else {
            Rollout.Hopeless hopeless = firstHopeless(currentPods(provider, pods));
            if (hopeless != null) {
                return hopeless;
            }
            waiting.addAll(waitingFor(provider, pods));
            waiting.addAll(waitingForNodes(provider, nodes));
        }
        if (admission == null) {
            waiting.add("Deployment %s: not there".formatted(AddonObjects.ADMISSION_CONTROLLER));
        } else {
            Rollout.Hopeless hopeless = firstHopeless(withLabel(pods, AddonObjects.ADMISSION_CONTROLLER));
            if (hopeless != null && !rolledOut(admission)) {
                return hopeless;
            }
            waiting.addAll(waitingFor(admission, pods));
        }
        return waiting.isEmpty() ? new Rollout.Ready() : new Rollout.Waiting(waiting);
    }

    private static List<Pod> currentPods(StatefulSet provider, List<Pod> pods) {
        String revision =
                provider.getStatus() == null ? null : provider.getStatus().getUpdateRevision();
        return withLabel(pods, AddonObjects.PROVIDER_STATEFUL_SET).stream()
                .filter(pod -> revision == null
                        || revision.equals(pod.getMetadata().getLabels().get("controller-revision-hash")))
                .toList();
    }

    private static List<Pod> withLabel(List<Pod> pods, String app) {
        return pods.stream()
                .filter(pod -> app.equals(labels(pod).get("app")))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    private static Map<String, String> labels(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
    }

    private static Rollout.@Nullable Hopeless firstHopeless(List<Pod> pods) {
        for (Pod pod : pods) {
            for (ContainerStatus container : statuses(pod)) {
                String why = whyHopeless(container);
                if (why != null) {
                    return new Rollout.Hopeless(
                            pod.getMetadata().getNamespace() + "/"
                                    + pod.getMetadata().getName(),
                            container.getName(),
                            why);
                }
            }
        }
        return null;
    }

    private static List<ContainerStatus> statuses(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getContainerStatuses() == null
                ? List.of()
                : pod.getStatus().getContainerStatuses();
    }

    private static @Nullable String whyHopeless(ContainerStatus container) {
        ContainerState state = container.getState();
        if (state != null
                && state.getWaiting() != null
                && HOPELESS.contains(String.valueOf(state.getWaiting().getReason()))) {
            return sentence(state.getWaiting().getReason(), state.getWaiting().getMessage());
        }
        ContainerStateTerminated ended = lastEnd(container);
        if (ended == null
                || Boolean.TRUE.equals(container.getReady())
                || (state != null && state.getRunning() != null)) {
            return null;
        }
        boolean refused = Objects.equals(ended.getExitCode(), SETTINGS_REFUSED);
        int restarts = Objects.requireNonNullElse(container.getRestartCount(), 0);
        return refused || restarts > CRASHES_FORGIVEN
                ? sentence("ended with exit code %d".formatted(ended.getExitCode()), ended.getMessage())
                : null;
    }

    private static @Nullable ContainerStateTerminated lastEnd(ContainerStatus container) {
        if (container.getState() != null && container.getState().getTerminated() != null) {
            return container.getState().getTerminated();
        }
        return container.getLastState() == null
                ? null
                : container.getLastState().getTerminated();
    }

    private static String sentence(String reason, @Nullable String message) {
        return message == null || message.isBlank() ? reason : reason + ": " + message.strip();
    }

    private static List<String> waitingFor(StatefulSet provider, List<Pod> pods) {
        int wanted = Objects.requireNonNullElse(provider.getSpec().getReplicas(), 1);
        int ready = ready(provider);
        int updated = provider.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(provider.getStatus().getUpdatedReplicas(), 0);
        boolean seen = provider.getStatus() != null
                && Objects.equals(
                        provider.getStatus().getObservedGeneration(),
                        provider.getMetadata().getGeneration());
        if (seen && ready >= wanted && updated >= wanted) {
            return List.of();
        }
        return List.of("StatefulSet %s: %d of %d ready%s"
                .formatted(
                        AddonObjects.PROVIDER_STATEFUL_SET,
                        Math.min(ready, updated),
                        wanted,
                        podStates(withLabel(pods, AddonObjects.PROVIDER_STATEFUL_SET))));
    }

    private static int ready(StatefulSet provider) {
        return provider.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(provider.getStatus().getReadyReplicas(), 0);
    }

    private static List<String> waitingFor(Deployment admission, List<Pod> pods) {
        return rolledOut(admission)
                ? List.of()
                : List.of("Deployment %s: not ready%s"
                        .formatted(
                                AddonObjects.ADMISSION_CONTROLLER,
                                podStates(withLabel(pods, AddonObjects.ADMISSION_CONTROLLER))));
    }

    private static boolean rolledOut(Deployment admission) {
        int wanted = Objects.requireNonNullElse(admission.getSpec().getReplicas(), 1);
        var status = admission.getStatus();
        return status != null
                && Objects.equals(
                        status.getObservedGeneration(), admission.getMetadata().getGeneration())
                && Objects.requireNonNullElse(status.getUpdatedReplicas(), 0) >= wanted
                && Objects.requireNonNullElse(status.getAvailableReplicas(), 0) >= wanted
                && Objects.requireNonNullElse(status.getReplicas(), 0) <= wanted;
    }

    private static String podStates(List<Pod> pods) {
        String states = pods.stream()
                .filter(pod -> !podReady(pod))
                .map(pod -> pod.getMetadata().getName() + " " + state(pod))
                .collect(Collectors.joining(", "));
        return states.isEmpty() ? "" : " (%s)".formatted(states);
    }

    private static boolean podReady(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True"));
    }

    private static String state(Pod pod) {
        for (ContainerStatus container : statuses(pod)) {
            if (container.getState() != null && container.getState().getWaiting() != null) {
                return String.valueOf(container.getState().getWaiting().getReason());
            }
        }
        if (pod.getStatus() == null || pod.getStatus().getPhase() == null) {
            return "Pending";
        }
        List<PodCondition> conditions =
                Objects.requireNonNullElse(pod.getStatus().getConditions(), List.of());
        for (PodCondition condition : conditions) {
            if (condition.getType().equals("PodScheduled")
                    && condition.getStatus().equals("False")) {
                return sentence(String.valueOf(condition.getReason()), condition.getMessage());
            }
        }
        return pod.getStatus().getPhase().equals("Running")
                ? "running, not ready"
                : pod.getStatus().getPhase();
    }

    private static List<String> waitingForNodes(StatefulSet provider, List<Node> nodes) {
        Map<String, Node> byName = nodes.stream()
                .collect(Collectors.toMap(node -> node.getMetadata().getName(), Function.identity()));
        int wanted = Objects.requireNonNullElse(provider.getSpec().getReplicas(), 1);
        List<String> waiting = new ArrayList<>();
        for (int ordinal = 0; ordinal < wanted; ordinal++) {
            String name = AddonObjects.nodeName(ordinal);
            Node node = byName.get(name);
            if (node == null) {
                waiting.add("Node %s: not registered".formatted(name));
            } else if (!nodeReady(node)) {
                waiting.add("Node %s: not Ready".formatted(name));
            }
        }
        return waiting;
    }

    static boolean nodeReady(Node node) {
        List<NodeCondition> conditions =
                node.getStatus() == null || node.getStatus().getConditions() == null
                        ? List.of()
                        : node.getStatus().getConditions();
        return conditions.stream()
                .anyMatch(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"));
    }
}
