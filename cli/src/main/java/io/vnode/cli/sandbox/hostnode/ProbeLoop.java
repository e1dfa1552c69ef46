package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Probe;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks one probe again and again until it is closed, and tells when what it stands for begins or ceases to hold. */
final class ProbeLoop implements AutoCloseable {

    private static final Duration EAGER = Duration.ofMillis(200);

    private final ProbeTarget target;
    private final Duration delay;
    private final Duration period;
    private final Duration timeout;
    private final int failureThreshold;
    private final int successThreshold;
    private final boolean eager;
    private final Consumer<Boolean> onChange;
    private final Thread thread;

    private ProbeLoop(String name, Probe probe, ProbeTarget target, boolean eager, Consumer<Boolean> onChange) {
        this.target = target;
        this.delay = Duration.ofSeconds(or(probe.getInitialDelaySeconds(), 0));
        this.period = Duration.ofSeconds(or(probe.getPeriodSeconds(), 10));
        this.timeout = Duration.ofSeconds(or(probe.getTimeoutSeconds(), 1));
        this.failureThreshold = or(probe.getFailureThreshold(), 3);
        this.successThreshold = or(probe.getSuccessThreshold(), 1);
        this.eager = eager;
        this.onChange = onChange;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::ask);
    }

    /**
     * Starts to ask whether a container is ready: more often than the period says until it first is, so that a pod is ready
     * as soon as it can be.
     *
     * @param onChange gets true when the probe has succeeded often enough, false when it has failed often enough
     */
    static ProbeLoop readiness(String name, Probe probe, ProbeTarget target, Consumer<Boolean> onChange) {
        return start(new ProbeLoop(name, probe, target, true, onChange));
    }

    /** Starts to ask whether a container is alive; see {@link #readiness}. */
    static ProbeLoop liveness(String name, Probe probe, ProbeTarget target, Consumer<Boolean> onChange) {
        return start(new ProbeLoop(name, probe, target, false, onChange));
    }

    private static ProbeLoop start(ProbeLoop loop) {
        loop.thread.start();
        return loop;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void ask() {
        ProbeTally tally = new ProbeTally(failureThreshold, successThreshold);
        try {
            Thread.sleep(delay);
            while (true) {
                Boolean change = tally.count(target.succeeds(timeout));
                if (Thread.interrupted()) {
                    return;
                }
                if (change != null) {
                    onChange.accept(change);
                }
                Thread.sleep(eager && !tally.everSucceeded() ? EAGER : period);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
