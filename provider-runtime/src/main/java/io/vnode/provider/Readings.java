package io.vnode.provider;

import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.telemetry.QueueMetrics;
import io.vnode.provider.workqueue.WorkQueue;

/** Tells the metrics where the numbers are that the rooms keep anyway. */
final class Readings {

    private Readings() {}

    static void take(Metrics metrics, WorkQueue<?> queue) {
        metrics.queue().readFrom(() -> {
            WorkQueue.Figures now = queue.figures();
            return new QueueMetrics.Figures(
                    now.depth(), now.inWork(), now.delayed(), now.added(), now.retried(), now.oldestAge());
        });
    }

    static void take(Metrics metrics, ContainerGroups groups) {
        metrics.containerGroups().reachableWhen(() -> groups.outage() == null);
    }
}
