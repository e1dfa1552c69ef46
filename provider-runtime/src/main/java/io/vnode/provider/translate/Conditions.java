package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes pod conditions that keep the time of their last transition while they stay as they are. */
final class Conditions {

    private final List<PodCondition> known;
    private final Instant now;

    Conditions(Pod pod, Instant now) {
        this.known = pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        this.now = now;
    }

    PodCondition holding(PodConditionType type) {
        return of(type, true, "", "");
    }

    PodCondition of(PodConditionType type, boolean holds, String reason, String message) {
        String status = holds ? "True" : "False";
        PodCondition before = before(type);
        boolean lasts = before != null && status.equals(before.getStatus());
        if (before != null && lasts && same(reason, before.getReason()) && same(message, before.getMessage())) {
            return before;
        }
        String since = before != null && lasts ? before.getLastTransitionTime() : null;
        return new PodConditionBuilder()
                .withType(type.word())
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastTransitionTime(since == null ? KubernetesTime.text(now) : since)
                .build();
    }

    /** The condition as the pod has it; null when it has none. */
    @Nullable
    PodCondition before(PodConditionType type) {
        for (PodCondition condition : known) {
            if (type.word().equals(condition.getType())) {
                return condition;
            }
        }
        return null;
    }

    /** Whether the pod has a condition of some name, and it is true. */
    boolean holds(String type) {
        return known.stream()
                .anyMatch(condition -> type.equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    private static boolean same(String wanted, @Nullable String now) {
        return wanted.equals(Objects.requireNonNullElse(now, ""));
    }
}
