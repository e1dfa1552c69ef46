package io.vnode.provider;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM, as something to wait for. The process ends when {@link #finished} is called, or after a grace time. */
final class StopSignal {

    /** Kubernetes kills a pod of the addon after 30 seconds. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    StopSignal() {}

    /** A signal that the operating system's request to end gives. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-signal").unstarted(signal::stopAndWait));
        return signal;
    }

    private void stopAndWait() {
        request();
        try {
            boolean unused = finished.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the signal. */
    void request() {
        requested.countDown();
    }

    /** Waits for the signal. */
    void await() throws InterruptedException {
        requested.await();
    }

    /** Whether the signal has been given, or is given within some time. */
    boolean awaitFor(Duration time) throws InterruptedException {
        return requested.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says that everything has been closed. */
    void finished() {
        finished.countDown();
    }
}
