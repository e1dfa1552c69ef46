package io.vnode.provider.workqueue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys that want attention. A key that is added while it waits is one entry; one that is added while a worker has it comes
 * back when the worker is done. So no two workers ever have the same key, and no change is lost.
 *
 * @param <K> type of the keys
 */
public final class WorkQueue<K> implements AutoCloseable {

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private record Later<K>(K key, long dueNanos) {}

    /**
     * How busy a queue is.
     *
     * @param depth keys that wait for a worker
     * @param inWork keys that workers have
     * @param delayed keys that come back later
     * @param added how often a key was added, ever
     * @param retried how often a key failed and was put back, ever
     * @param oldestAge how long the key at the head has waited for a worker
     */
    public record Figures(int depth, int inWork, int delayed, long added, long retried, Duration oldestAge) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedMap<K, Long> readySinceNanos = new LinkedHashMap<>();
    private final Set<K> inWork = new HashSet<>();
    private final Set<K> addedWhileInWork = new HashSet<>();
    private final PriorityQueue<Later<K>> later =
            new PriorityQueue<>((one, other) -> Long.compare(one.dueNanos() - other.dueNanos(), 0));
    private final Map<K, Long> dueNanos = new HashMap<>();
    private final Map<K, Integer> failures = new HashMap<>();
    private final LongSupplier nanoTime;
    private long added;
    private long retried;
    private boolean closed;

    public WorkQueue() {
        this(System::nanoTime);
    }

    WorkQueue(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Asks for attention to a key now. */
    public void add(K key) {
        lock.lock();
        try {
            enqueue(key);
        } finally {
            lock.unlock();
        }
    }

    /** Asks for attention to a key later; the earliest wish counts. */
    public void addAfter(K key, Duration delay) {
        lock.lock();
        try {
            enqueueAfter(key, delay);
        } finally {
            lock.unlock();
        }
    }

    /** Asks for attention to a key that failed; each failure in a row doubles the wait, up to a minute. */
    public void addAfterFailure(K key) {
        lock.lock();
        try {
            retried++;
            int before = failures.merge(key, 1, Integer::sum) - 1;
            long factor = 1L << Math.min(before, 20);
            Duration wait = FIRST_BACKOFF.multipliedBy(factor);
            enqueueAfter(key, wait.compareTo(LONGEST_BACKOFF) < 0 ? wait : LONGEST_BACKOFF);
        } finally {
            lock.unlock();
        }
    }

    /** Says that a key is fine again, so that its next failure is its first. */
    public void forgetFailures(K key) {
        lock.lock();
        try {
            failures.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a key and takes it; {@link #done} must follow. Null means that the queue is closed. */
    public @Nullable K take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                K key = next();
                if (key != null) {
                    return key;
                }
                Later<K> head = later.peek();
                if (head == null) {
                    changed.await();
                } else {
                    // Whether time or a signal ended the wait does not matter: the loop looks again.
                    long unused = changed.awaitNanos(Math.max(1, head.dueNanos() - nanoTime.getAsLong()));
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Takes a key if one is ready. */
    @Nullable
    K poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Gives a taken key back. */
    public void done(K key) {
        lock.lock();
        try {
            inWork.remove(key);
            if (addedWhileInWork.remove(key)) {
                enqueue(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many keys wait for a worker now. */
    public int depth() {
        lock.lock();
        try {
            return readySinceNanos.size();
        } finally {
            lock.unlock();
        }
    }

    /** How busy the queue is now. */
    public Figures figures() {
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            Map.Entry<K, Long> head = readySinceNanos.firstEntry();
            Duration oldest = head == null ? Duration.ZERO : Duration.ofNanos(now - head.getValue());
            return new Figures(readySinceNanos.size(), inWork.size(), dueNanos.size(), added, retried, oldest);
        } finally {
            lock.unlock();
        }
    }

    /** Gives no further keys to anybody. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void enqueue(K key) {
        added++;
        if (inWork.contains(key)) {
            addedWhileInWork.add(key);
            return;
        }
        readySinceNanos.putIfAbsent(key, nanoTime.getAsLong());
        changed.signal();
    }

    private void enqueueAfter(K key, Duration delay) {
        long due = nanoTime.getAsLong() + delay.toNanos();
        Long known = dueNanos.get(key);
        if (known != null && known - due <= 0) {
            return;
        }
        dueNanos.put(key, due);
        later.add(new Later<>(key, due));
        changed.signal();
    }

    private @Nullable K next() {
        promoteWhatIsDue();
        Map.Entry<K, Long> head = readySinceNanos.pollFirstEntry();
        if (head == null) {
            return null;
        }
        K key = head.getKey();
        inWork.add(key);
        return key;
    }

    private void promoteWhatIsDue() {
        long now = nanoTime.getAsLong();
        for (Later<K> head = later.peek(); head != null && head.dueNanos() - now <= 0; head = later.peek()) {
            later.remove();
            // An entry that an earlier wish has overtaken is no longer the one in the map.
            if (dueNanos.remove(head.key(), head.dueNanos())) {
                enqueue(head.key());
            }
        }
    }
}
