package io.vnode.provider.pod;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.telemetry.PodMetrics;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events, one after the other and not too fast, on a thread of its own, so that nobody waits for them. What does not
 * fit in is lost and counted; while the API server is away, events wait for it.
 */
final class EventWriter implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventWriter.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration AWAY = Duration.ofSeconds(1);

    /**
     * How much to write.
     *
     * @param room how many events may wait
     * @param apart the time between two events when many wait
     * @param burst how many may go without that
     * @param patienceAtClose how long to go on writing when it is time to stop
     */
    record Pace(int room, Duration apart, int burst, Duration patienceAtClose) {

        /** That of the kubelet, 50 events a second and 100 at once, with room for what thousands of pods bring at once. */
        static final Pace USUAL = new Pace(20_000, Duration.ofMillis(20), 100, Duration.ofSeconds(2));
    }

    private final Consumer<EventNotice> api;
    private final Pace pace;
    private final PodMetrics metrics;
    private final EventBacklog backlog;
    private final Thread thread;
    private volatile boolean closing;
    private long allowance;
    private long allowanceAsOf = System.nanoTime();

    EventWriter(Consumer<EventNotice> api, Pace pace, PodMetrics metrics, Thread.UncaughtExceptionHandler onCrash) {
        this.api = api;
        this.pace = pace;
        this.metrics = metrics;
        this.backlog = new EventBacklog(pace.room());
        this.allowance = pace.burst() * pace.apart().toNanos();
        this.thread = Thread.ofVirtual()
                .name("pod-events")
                .uncaughtExceptionHandler(onCrash)
                .start(this::write);
    }

    /** Takes an event to be written soon; returns at once. */
    void add(EventNotice notice) {
        int lost = backlog.add(notice);
        for (int i = 0; i < lost; i++) {
            metrics.eventLost();
        }
    }

    private void write() {
        try {
            while (!closing || backlog.size() > 0) {
                EventNotice next = backlog.take(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    keepPace();
                    write(next);
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("unwritten", backlog.size()).log("event writer stopped");
        }
    }

    private void write(EventNotice notice) throws InterruptedException {
        try {
            api.accept(notice);
            metrics.eventSent();
        } catch (KubernetesClientException e) {
            boolean away = e.getCode() == 0 || e.getCode() == TOO_MANY_REQUESTS || e.getCode() >= 500;
            LOGGER.atDebug()
                    .addKeyValue("pod", notice.pod())
                    .addKeyValue("reason", notice.reason())
                    .addKeyValue("status", e.getCode())
                    .log("could not write an event");
            if (away && !closing) {
                backlog.putBack(notice);
                Thread.sleep(AWAY);
            } else {
                // An event that is lost is a pity, not a reason to do the step again.
                metrics.eventLost();
            }
        }
    }

    /** Waits until one more event is allowed: each costs a little time, of which some can be saved up. */
    private void keepPace() throws InterruptedException {
        long now = System.nanoTime();
        long price = pace.apart().toNanos();
        allowance = Math.min(pace.burst() * price, allowance + now - allowanceAsOf) - price;
        allowanceAsOf = now;
        if (allowance < 0 && !closing) {
            Thread.sleep(Duration.ofNanos(-allowance));
        }
    }

    /** Writes what waits, for a moment. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!thread.join(pace.patienceAtClose())) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
