package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written so that a pod's status says what it should. What others wrote and we do not speak of, such as
 * conditions of readiness gates, is never in it.
 */
public final class StatusDifference {

    private StatusDifference() {}

    /**
     * The fields and conditions in which the status that a pod should have differs from the one it has; null when there
     * are none.
     */
    public static @Nullable PodStatus between(@Nullable PodStatus now, PodStatus wanted) {
        return now == null ? wanted : difference(now, wanted);
    }

    private static @Nullable PodStatus difference(PodStatus now, PodStatus wanted) {
        PodStatus change = new PodStatus();
        boolean differs = headline(now, wanted, change);
        if (moved(now, wanted)) {
            change.setPodIP(wanted.getPodIP());
            change.setPodIPs(wanted.getPodIPs());
            change.setHostIP(wanted.getHostIP());
            change.setHostIPs(wanted.getHostIPs());
            differs = true;
        }
        if (differ(now.getInitContainerStatuses(), wanted.getInitContainerStatuses())) {
            change.setInitContainerStatuses(wanted.getInitContainerStatuses());
            differs = true;
        }
        if (differ(now.getContainerStatuses(), wanted.getContainerStatuses())) {
            change.setContainerStatuses(wanted.getContainerStatuses());
            differs = true;
        }
        List<PodCondition> conditions = wanted.getConditions().stream()
                .filter(condition -> !holds(now.getConditions(), condition))
                .toList();
        if (!conditions.isEmpty()) {
            change.setConditions(conditions);
            differs = true;
        }
        if (generationMoved(now, wanted)) {
            differs = true;
        }
        if (!differs) {
            return null;
        }
        change.setObservedGeneration(wanted.getObservedGeneration());
        return change;
    }

    private static boolean headline(PodStatus now, PodStatus wanted, PodStatus change) {
        boolean differs = false;
        if (differ(now.getPhase(), wanted.getPhase())) {
            change.setPhase(wanted.getPhase());
            differs = true;
        }
        if (differ(now.getReason(), wanted.getReason()) || differ(now.getMessage(), wanted.getMessage())) {
            change.setReason(Objects.requireNonNullElse(wanted.getReason(), ""));
            change.setMessage(Objects.requireNonNullElse(wanted.getMessage(), ""));
            differs = true;
        }
        if (wanted.getStartTime() != null && differ(now.getStartTime(), wanted.getStartTime())) {
            change.setStartTime(wanted.getStartTime());
            differs = true;
        }
        return differs;
    }

    /** API servers that do not keep the field yet would be written to for ever. */
    private static boolean generationMoved(PodStatus now, PodStatus wanted) {
        return now.getObservedGeneration() != null
                && wanted.getObservedGeneration() != null
                && !now.getObservedGeneration().equals(wanted.getObservedGeneration());
    }

    private static boolean moved(PodStatus now, PodStatus wanted) {
        return wanted.getPodIP() != null
                && (differ(now.getPodIP(), wanted.getPodIP())
                        || differ(now.getHostIP(), wanted.getHostIP())
                        || !podIps(now).equals(podIps(wanted))
                        || !hostIps(now).equals(hostIps(wanted)));
    }

    private static List<String> podIps(PodStatus status) {
        return status.getPodIPs().stream().map(PodIP::getIp).toList();
    }

    private static List<String> hostIps(PodStatus status) {
        return status.getHostIPs().stream().map(HostIP::getIp).toList();
    }

    private static boolean differ(List<ContainerStatus> now, List<ContainerStatus> wanted) {
        if (wanted.isEmpty()) {
            return false;
        }
        if (now.size() != wanted.size()) {
            return true;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!ContainerStatusEquality.same(now.get(i), wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<PodCondition> now, PodCondition wanted) {
        for (PodCondition condition : now) {
            if (condition.getType().equals(wanted.getType())) {
                return condition.equals(wanted)
                        || (!differ(condition.getStatus(), wanted.getStatus())
                                && !differ(condition.getReason(), wanted.getReason())
                                && !differ(condition.getMessage(), wanted.getMessage()));
            }
        }
        return false;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return !Objects.requireNonNullElse(one, "").equals(Objects.requireNonNullElse(other, ""));
    }
}
