package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What becomes of the pods of this node. */
public final class PodMetrics {

    /** How a step for a pod ended. */
    public enum StepOutcome {
        /** Nothing is left to do until something changes. */
        SETTLED,
        /** To be continued. */
        RETRY,
        /** The step threw. */
        FAILED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Counter actions;
    private final Histogram steps;
    private final Counter statusPatches;
    private final Counter events;
    private final Counter watchRestarts;
    private volatile Supplier<Map<String, Integer>> phases = Map::of;

    PodMetrics(Meters meters) {
        meters.readGauge(
                "vnode_pods",
                "Pods bound to this node, by phase.",
                reading -> phases.get().forEach((phase, count) -> reading.is(count, phase)),
                "phase");
        this.actions =
                meters.counter("vnode_pod_actions_total", "Steps planned for pods, by what was decided.", "action");
        this.steps = meters.seconds(
                "vnode_pod_step_duration_seconds",
                "How long a step for one pod took, by outcome: settled, retry, or failed.",
                "outcome");
        this.statusPatches =
                meters.counter("vnode_pod_status_patches_total", "Pod statuses written to the API server.");
        this.events = meters.counter(
                "vnode_pod_events_total",
                "Events about pods, by outcome: sent, repeated (told a moment ago, so not sent), or lost.",
                "outcome");
        this.watchRestarts =
                meters.counter("vnode_pod_watch_restarts_total", "How often watching pods failed and began again.");
    }

    /** Says where to look for the number of pods in each phase. */
    public void countBy(Supplier<Map<String, Integer>> podsByPhase) {
        phases = podsByPhase;
    }

    /** A step was planned. */
    public void planned(String action) {
        actions.labelValues(action).inc();
    }

    /** A step ended. */
    public void stepEnded(StepOutcome outcome, Duration took) {
        steps.labelValues(outcome.label()).observe(Seconds.of(took));
    }

    /** A status was written. */
    public void statusPatched() {
        statusPatches.inc();
    }

    /** An event was sent. */
    public void eventSent() {
        events.labelValues("sent").inc();
    }

    /** An event was not sent, because the same was told a moment ago. */
    public void eventRepeated() {
        events.labelValues("repeated").inc();
    }

    /** An event could not be sent. */
    public void eventLost() {
        events.labelValues("lost").inc();
    }

    /** The watch of pods begins again. */
    public void watchRestarted() {
        watchRestarts.inc();
    }
}
