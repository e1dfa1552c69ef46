package io.vnode.provider.pod;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Events that wait to be written: warnings first, and never more than there is room for. */
final class EventBacklog {

    private final int room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Deque<EventNotice> warnings = new ArrayDeque<>();
    private final Deque<EventNotice> others = new ArrayDeque<>();

    EventBacklog(int room) {
        this.room = room;
    }

    /** Takes an event in, at once; the number of events that had to go for it, or could not come in. */
    int add(EventNotice notice) {
        lock.lock();
        try {
            int lost = 0;
            if (warnings.size() + others.size() >= room) {
                lost = 1;
                if (!notice.warning() || others.pollFirst() == null) {
                    return lost;
                }
            }
            (notice.warning() ? warnings : others).addLast(notice);
            added.signal();
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** Puts an event back that could not be written. */
    void putBack(EventNotice notice) {
        lock.lock();
        try {
            (notice.warning() ? warnings : others).addFirst(notice);
        } finally {
            lock.unlock();
        }
    }

    /** The next event; null when none came in time. */
    @Nullable
    EventNotice take(long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        lock.lockInterruptibly();
        try {
            while (warnings.isEmpty() && others.isEmpty()) {
                if (left <= 0) {
                    return null;
                }
                left = added.awaitNanos(left);
            }
            return warnings.isEmpty() ? others.pollFirst() : warnings.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return warnings.size() + others.size();
        } finally {
            lock.unlock();
        }
    }
}
