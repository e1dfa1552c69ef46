package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells whether a pod's status needs writing. */
public final class StatusDifference {

    private StatusDifference() {}

    /**
     * Whether the status that a pod has lacks anything of the one it should have. What others wrote and we do not speak
     * of, such as conditions of readiness gates, makes no difference.
     */
    public static boolean between(@Nullable PodStatus now, PodStatus wanted) {
        if (now == null) {
            return true;
        }
        return differ(now.getPhase(), wanted.getPhase())
                || differ(now.getReason(), wanted.getReason())
                || differ(now.getMessage(), wanted.getMessage())
                || differWhereWanted(now.getStartTime(), wanted.getStartTime())
                || differWhereWanted(now.getPodIP(), wanted.getPodIP())
                || differWhereWanted(now.getHostIP(), wanted.getHostIP())
                || !Objects.equals(now.getInitContainerStatuses(), wanted.getInitContainerStatuses())
                || !Objects.equals(now.getContainerStatuses(), wanted.getContainerStatuses())
                || wanted.getConditions().stream().anyMatch(condition -> !holds(now.getConditions(), condition));
    }

    private static boolean holds(List<PodCondition> now, PodCondition wanted) {
        return now.stream()
                .filter(condition -> condition.getType().equals(wanted.getType()))
                .anyMatch(condition -> !differ(condition.getStatus(), wanted.getStatus())
                        && !differ(condition.getReason(), wanted.getReason()));
    }

    private static boolean differWhereWanted(@Nullable String now, @Nullable String wanted) {
        return wanted != null && differ(now, wanted);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return !Objects.requireNonNullElse(one, "").equals(Objects.requireNonNullElse(other, ""));
    }
}
