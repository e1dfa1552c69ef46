package io.vnode.provider;

import io.vnode.provider.containergroup.sweep.SweepNews;
import io.vnode.provider.node.NodeEvents;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of sweeps by events on the Node object: the pods that the groups ran for are no more, and their namespaces may be gone. */
record SweepEvents(NodeEvents events) implements SweepNews {

    private static final int NAMED = 5;

    @Override
    public void swept(List<Swept> groups) {
        events.warning("OrphanSwept", sentence(groups));
    }

    static String sentence(List<Swept> groups) {
        String named = groups.stream()
                .limit(NAMED)
                .map(group -> "%s of %s%s"
                        .formatted(
                                group.containerGroupId(),
                                group.pod().qualifiedName(),
                                group.duplicate() ? " (which has another)" : ""))
                .collect(Collectors.joining(", "));
        String others = groups.size() > NAMED ? " and %d more".formatted(groups.size() - NAMED) : "";
        return "deleted %d container group(s) that no pod asks for: %s%s".formatted(groups.size(), named, others);
    }

    @Override
    public void heldBack(int unwanted, int known, Duration left) {
        events.warning(
                "OrphanSweepHeldBack",
                ("%d of %d container groups have no pod, which is more than is likely; they are deleted in %d s unless their pods"
                                + " come back or the providers are stopped")
                        .formatted(unwanted, known, left.toSeconds()));
    }
}
