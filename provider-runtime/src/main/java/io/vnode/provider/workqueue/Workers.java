package io.vnode.provider.workqueue;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that empty a {@link WorkQueue}. A step that throws is reported and tried again, for ever, with growing waits.
 *
 * @param <K> type of the keys
 */
public final class Workers<K> implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Workers.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final WorkQueue<K> queue;
    private final Function<K, ReconcileResult> step;
    private final BiConsumer<K, RuntimeException> onFailure;
    private final List<Thread> threads;
    private volatile boolean closing;

    private Workers(
            WorkQueue<K> queue,
            Function<K, ReconcileResult> step,
            BiConsumer<K, RuntimeException> onFailure,
            int count,
            String name,
            Thread.UncaughtExceptionHandler onCrash) {
        this.queue = queue;
        this.step = step;
        this.onFailure = onFailure;
        this.threads = IntStream.range(0, count)
                .mapToObj(number -> Thread.ofVirtual()
                        .name(name + "-" + number)
                        .uncaughtExceptionHandler(onCrash)
                        .unstarted(this::work))
                .toList();
    }

    /**
     * Starts workers.
     *
     * @param queue where the keys come from
     * @param step what to do with a key
     * @param onFailure told of what a step threw, before the key is tried again
     * @param count how many workers
     * @param name name of the threads
     * @param onCrash told of a worker that died
     */
    public static <K> Workers<K> start(
            WorkQueue<K> queue,
            Function<K, ReconcileResult> step,
            BiConsumer<K, RuntimeException> onFailure,
            int count,
            String name,
            Thread.UncaughtExceptionHandler onCrash) {
        Workers<K> workers = new Workers<>(queue, step, onFailure, count, name, onCrash);
        workers.threads.forEach(Thread::start);
        return workers;
    }

    private void work() {
        try {
            for (K key = queue.take(); key != null; key = queue.take()) {
                try {
                    workOn(key);
                } finally {
                    queue.done(key);
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atTrace().log("worker stopped");
        }
    }

    private void workOn(K key) {
        try {
            switch (step.apply(key)) {
                case ReconcileResult.Settled() -> queue.forgetFailures(key);
                case ReconcileResult.RetryAfter(Duration delay) -> {
                    queue.forgetFailures(key);
                    queue.addAfter(key, delay);
                }
            }
        } catch (RuntimeException e) {
            if (!closing) {
                onFailure.accept(key, e);
                queue.addAfterFailure(key);
            }
        }
    }

    /** Closes the queue and lets steps under way finish, for a while. */
    @Override
    public void close() {
        closing = true;
        queue.close();
        long deadline = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        try {
            for (Thread thread : threads) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (!left.isPositive() || !thread.join(left)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }
}
