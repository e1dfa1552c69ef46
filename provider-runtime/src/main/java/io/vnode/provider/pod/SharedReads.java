package io.vnode.provider.pod;

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
import org.jspecify.annotations.Nullable;

/**
 * Lets many readers of one object share one read. Whoever asks while a read is under way waits for it to end; the next read
 * then serves all who wait. So there is never more than one read of an object at a time, however many ask.
 *
 * <p>Nothing is kept: what a reader gets was read after it had asked. ECI copies ConfigMaps and Secrets once, when it
 * creates a container group, and a pod must not be stuck for its life with what was true a moment before it was created.
 *
 * @param <K> which object
 * @param <V> what is read
 */
final class SharedReads<K, V> {

    /** Longer than any call with all its repetitions takes. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<K, Line<V>> lines = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** The readers of one object: those who are served by the read under way, and those who come after it. */
    private static final class Line<V> {

        private FutureTask<V> running;
        private @Nullable FutureTask<V> next;

        private Line(FutureTask<V> running) {
            this.running = running;
        }
    }

    /** Where a reader stands: which read it gets, which one must end before, and whether it is to carry it out. */
    private record Place<V>(FutureTask<V> read, @Nullable FutureTask<V> before, boolean own) {}

    /** Reads, or shares a read that has not begun yet. What the read throws, all who share it get. */
    V read(K key, Callable<V> reader) {
        waiting.incrementAndGet();
        try {
            return readAt(enter(key, new FutureTask<>(reader)), key);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many readers wait now. */
    int waiting() {
        return waiting.get();
    }

    /** Of how many objects something is kept, which is none unless somebody waits. */
    int size() {
        synchronized (lines) {
            return lines.size();
        }
    }

    private V readAt(Place<V> place, K key) {
        if (place.own()) {
            if (place.before() != null) {
                waitFor(place.before(), place.read());
                moveUp(key, place.read());
            }
            place.read().run();
            leave(key, place.read());
        }
        return result(place.read());
    }

    private Place<V> enter(K key, FutureTask<V> own) {
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line == null) {
                lines.put(key, new Line<>(own));
                return new Place<>(own, null, true);
            }
            if (line.next == null) {
                line.next = own;
                return new Place<>(own, line.running, true);
            }
            return new Place<>(line.next, null, false);
        }
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

    private void moveUp(K key, FutureTask<V> own) {
        synchronized (lines) {
            Line<V> line = lines.computeIfAbsent(key, _ -> new Line<>(own));
            line.running = own;
            line.next = null;
        }
    }

    private void leave(K key, FutureTask<V> own) {
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line != null && line.running.equals(own) && line.next == null) {
                lines.remove(key);
            }
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
