package io.vnode.emulator.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was called: the newest calls in full, and a count of all of them. Safe for use by many threads. */
public final class CallLog {

    /** How many calls are kept in full. */
    static final int CAPACITY = 10_000;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private final Map<String, Long> counts = new HashMap<>();

    synchronized void add(RecordedCall call) {
        if (calls.size() == CAPACITY) {
            calls.removeFirst();
        }
        calls.addLast(call);
        counts.merge(call.action(), 1L, Long::sum);
    }

    /** The newest calls, oldest of them first. */
    public synchronized List<RecordedCall> all() {
        return List.copyOf(calls);
    }

    /** The newest calls of an action, oldest of them first. */
    public List<RecordedCall> of(String action) {
        return all().stream().filter(call -> call.action().equals(action)).toList();
    }

    /** How often an action was called, accepted or not, since the start or the last {@link #clear}. */
    public synchronized long count(String action) {
        return counts.getOrDefault(action, 0L);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        calls.clear();
        counts.clear();
    }
}
