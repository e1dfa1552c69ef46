package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes pod conditions that keep the time of their last transition while they stay as they are. */
final class Conditions {

    private final List<PodCondition> known;
    private final Instant now;

    Conditions(Pod pod, Instant now) {
        this.known = pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
        this.now = now;
    }

    PodCondition of(String type, boolean holds, String reason) {
        String status = holds ? "True" : "False";
        PodCondition before = before(type);
        String since = before != null && status.equals(before.getStatus()) ? before.getLastTransitionTime() : null;
        return new PodConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withLastTransitionTime(since == null ? KubernetesTime.text(now) : since)
                .build();
    }

    private @Nullable PodCondition before(String type) {
        return known.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst()
                .orElse(null);
    }
}
