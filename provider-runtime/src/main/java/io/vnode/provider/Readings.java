package io.vnode.provider;

import io.vnode.eci.model.ContainerGroup;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.pod.PodController;
import io.vnode.provider.telemetry.ContainerGroupMetrics;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.telemetry.QueueMetrics;
import io.vnode.provider.workqueue.WorkQueue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the metrics where the numbers are that the rooms keep anyway; they are read when somebody looks. */
final class Readings {

    private Readings() {}

    static void take(Metrics metrics, WorkQueue<?> queue) {
        metrics.queue().readFrom(() -> {
            WorkQueue.Figures now = queue.figures();
            return new QueueMetrics.Figures(
                    now.depth(), now.inWork(), now.delayed(), now.added(), now.retried(), now.oldestAge());
        });
    }

    static void take(Metrics metrics, ContainerGroups groups, PodController pods) {
        metrics.pods().countBy(pods::phases);
        ContainerGroupMetrics meters = metrics.containerGroups();
        meters.reachableWhen(() -> groups.outage() == null);
        meters.refreshedBefore(groups::sinceLastLook);
        meters.countBy(() -> statuses(groups));
        meters.underWay(pods::creating, pods::deleting);
    }

    static Map<String, Integer> statuses(ContainerGroups groups) {
        Map<String, Integer> counts = new TreeMap<>();
        for (List<ContainerGroup> ofPod : groups.all().values()) {
            ofPod.forEach(group -> counts.merge(word(group), 1, Integer::sum));
        }
        return counts;
    }

    private static String word(ContainerGroup group) {
        String word = group.status().word();
        return word.isEmpty() ? "Unrecognised" : word;
    }
}
