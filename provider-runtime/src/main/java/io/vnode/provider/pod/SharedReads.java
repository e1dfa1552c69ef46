package io.vnode.provider.pod;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets many readers of one object share reads. A reader says since when the object matters to it, and gets what a read found
 * that began afterwards: one that is over, one that is under way, or the next. So there is never more than one read of an
 * object at a time, and many readers who have waited since the same moment cost one read.
 *
 * <p>This is as good as reading for oneself, and better than a cache that looks at the clock alone. ECI copies ConfigMaps and
 * Secrets once, when it creates a container group: a pod must never get what was true before it was created.
 *
 * <p>What was found is kept for seconds, and no longer than the garbage collector likes: it may be Secrets.
 *
 * @param <K> which object
 * @param <V> what is read
 */
final class SharedReads<K, V> {

    /** Longer than any call with all its repetitions takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final Map<K, Line<V>> lines = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private long swept;

    SharedReads(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.swept = nanoTime.getAsLong();
    }

    /** The readers of one object, and what the last of them found. */
    private static final class Line<V> {

        private @Nullable FutureTask<V> running;
        private @Nullable FutureTask<V> next;
        private WeakReference<V> found = new WeakReference<>(null);
        private long began;
    }

    /** Where a reader stands: what it gets, which read must end before, and whether it is to carry it out. */
    private record Place<V>(
            @Nullable V found, FutureTask<V> read, @Nullable FutureTask<V> before, boolean own) {}

    /**
     * Reads, or shares a read. What a read throws, all who share it get.
     *
     * @param key the object
     * @param since a moment of {@link System#nanoTime}; no read that began before is good enough
     * @param reader reads
     */
    V read(K key, long since, Callable<V> reader) {
        waiting.incrementAndGet();
        try {
            Place<V> place = enter(key, since, new FutureTask<>(reader));
            return place.found() == null ? readAt(place, key) : place.found();
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many readers wait now. */
    int waiting() {
        return waiting.get();
    }

    /** Of how many objects something is kept. */
    int size() {
        synchronized (lines) {
            return lines.size();
        }
    }

    private Place<V> enter(K key, long since, FutureTask<V> own) {
        synchronized (lines) {
            forgetOld();
            Line<V> line = lines.computeIfAbsent(key, _ -> new Line<>());
            boolean lateEnough = line.began - since > 0;
            if (line.running == null) {
                V found = line.found.get();
                if (found != null && lateEnough) {
                    return new Place<>(found, own, null, false);
                }
                begin(line, own);
                return new Place<>(null, own, null, true);
            }
            if (lateEnough) {
                return new Place<>(null, line.running, null, false);
            }
            if (line.next != null) {
                return new Place<>(null, line.next, null, false);
            }
            line.next = own;
            return new Place<>(null, own, line.running, true);
        }
    }

    private V readAt(Place<V> place, K key) {
        FutureTask<V> read = place.read();
        if (place.own()) {
            if (place.before() != null) {
                waitFor(place.before(), read);
                synchronized (lines) {
                    begin(lines.computeIfAbsent(key, _ -> new Line<>()), read);
                }
            }
            read.run();
            end(key, read);
        }
        return result(read);
    }

    private void begin(Line<V> line, FutureTask<V> read) {
        line.running = read;
        line.next = null;
        line.began = nanoTime.getAsLong();
        line.found.clear();
    }

    private void end(K key, FutureTask<V> read) {
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line != null && read.equals(line.running)) {
                if (read.state() == FutureTask.State.SUCCESS) {
                    line.found = new WeakReference<>(read.resultNow());
                }
                // Who comes next waits for this read, not for the line to be free.
                line.running = line.next == null ? null : line.running;
            }
        }
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        if (now - swept < SWEEP_EVERY.toNanos()) {
            return;
        }
        swept = now;
        lines.values().removeIf(line -> line.running == null && now - line.began > KEPT.toNanos());
    }

    private static <V> void waitFor(FutureTask<V> before, FutureTask<V> own) {
        try {
            before.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException _) {
            // That is for those who asked earlier; we read anew.
        } catch (TimeoutException _) {
            own.cancel(false);
        } catch (InterruptedException _) {
            own.cancel(false);
            Thread.currentThread().interrupt();
        }
    }

    private static <V> V result(FutureTask<V> task) {
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (CancellationException | TimeoutException e) {
            throw new IllegalStateException("a shared read did not come to an end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }
}
