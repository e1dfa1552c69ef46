package io.vnode.provider;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM, as something to wait for. The process ends when {@link #finished} is called, or after a grace time, or when the
 * signal comes a second time.
 */
final class StopSignal {

    private static final Logger LOGGER = LoggerFactory.getLogger(StopSignal.class);

    /** Kubernetes kills a pod of the addon after 30 seconds. */
    static final Duration GRACE = Duration.ofSeconds(25);

    private static final int TERMINATED = 128 + 15;

    private final Duration grace;
    private final Runnable endAtOnce;
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean received = new AtomicBoolean();

    StopSignal() {
        this(GRACE, () -> Runtime.getRuntime().halt(TERMINATED));
    }

    /**
     * A signal that has not been given.
     *
     * @param grace how long after the signal to wait for the end
     * @param endAtOnce ends the process, whatever it is doing
     */
    StopSignal(Duration grace, Runnable endAtOnce) {
        this.grace = grace;
        this.endAtOnce = endAtOnce;
    }

    /** A signal that the operating system's request to end gives. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        if (!signal.listen("TERM") || !signal.listen("INT")) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop-signal").unstarted(signal::stopAndWait));
        }
        return signal;
    }

    /** By reflection, because the compiler warns of the class beyond suppression; a shutdown hook cannot hear a second signal. */
    private boolean listen(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    StopSignal.class.getClassLoader(),
                    new Class<?>[] {handler},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            receive();
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                        default -> "stop signal";
                    });
            Object unused = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
            return true;
        } catch (ReflectiveOperationException e) {
            LOGGER.atDebug().addKeyValue("signal", name).setCause(e).log("cannot listen to a signal");
            return false;
        }
    }

    /** The signal has come: the first time it asks for the end, the second time it is the end. */
    void receive() {
        if (!received.compareAndSet(false, true)) {
            endAtOnce.run();
            return;
        }
        Thread unused = Thread.ofPlatform().daemon().name("stop-signal").start(() -> {
            stopAndWait();
            if (finished.getCount() > 0) {
                endAtOnce.run();
            }
        });
    }

    private void stopAndWait() {
        request();
        try {
            boolean unused = finished.await(grace.toMillis(), TimeUnit.MILLISECONDS);
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
