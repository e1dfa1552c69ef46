package io.vnode.provider.telemetry;

import java.time.Duration;
import java.util.function.Supplier;

/** The queue of pods that want attention. */
public final class QueueMetrics {

    /**
     * What the queue says of itself.
     *
     * @param depth keys that wait for a worker
     * @param inWork keys that workers have
     * @param delayed keys that come back later
     * @param added how often a key was added, ever
     * @param retried how often a key failed and was put back, ever
     * @param oldestAge how long the key at the head has waited for a worker
     */
    public record Figures(int depth, int inWork, int delayed, long added, long retried, Duration oldestAge) {

        static final Figures NONE = new Figures(0, 0, 0, 0, 0, Duration.ZERO);
    }

    private volatile Supplier<Figures> figures = () -> Figures.NONE;

    QueueMetrics(Meters meters) {
        meters.readGauge(
                "vnode_workqueue_depth",
                "Pods that wait for a worker.",
                reading -> reading.is(figures.get().depth()));
        meters.readGauge(
                "vnode_workqueue_in_work",
                "Pods that a worker is busy with.",
                reading -> reading.is(figures.get().inWork()));
        meters.readGauge(
                "vnode_workqueue_delayed",
                "Pods that will be looked at again after a while, changed or not.",
                reading -> reading.is(figures.get().delayed()));
        meters.readGauge(
                "vnode_workqueue_oldest_age_seconds",
                "How long the pod at the head of the queue has waited.",
                reading -> reading.is(Seconds.of(figures.get().oldestAge())));
        meters.readCounter(
                "vnode_workqueue_adds_total",
                "How often a pod was added to the queue.",
                reading -> reading.is(figures.get().added()));
        meters.readCounter(
                "vnode_workqueue_retries_total",
                "How often a step failed and its pod was put back.",
                reading -> reading.is(figures.get().retried()));
    }

    /** Says where the queue is. */
    public void readFrom(Supplier<Figures> queue) {
        figures = queue;
    }
}
