package io.vnode.provider.pod;

import io.vnode.addon.PodKey;
import io.vnode.provider.telemetry.PodMetrics;
import io.vnode.provider.telemetry.PodMetrics.StepOutcome;
import io.vnode.provider.workqueue.ReconcileResult;
import java.time.Duration;
import java.util.function.Function;

/** Steps, with the time that each of them takes. */
record MeasuredSteps(Function<PodKey, ReconcileResult> steps, PodMetrics metrics)
        implements Function<PodKey, ReconcileResult> {

    @Override
    public ReconcileResult apply(PodKey key) {
        long start = System.nanoTime();
        StepOutcome outcome = StepOutcome.FAILED;
        try {
            ReconcileResult result = steps.apply(key);
            outcome = switch (result) {
                case ReconcileResult.Settled() -> StepOutcome.SETTLED;
                case ReconcileResult.RetryAfter _ -> StepOutcome.RETRY;
            };
            return result;
        } finally {
            metrics.stepEnded(outcome, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
