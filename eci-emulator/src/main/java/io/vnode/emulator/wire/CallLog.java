package io.vnode.emulator.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was called: the newest calls, and a count of all of them. The memory it takes is bounded: when the parameters of all
 * these calls become too much, those of the oldest go first. Safe for use by many threads.
 */
public final class CallLog {

    /** How many calls are kept. */
    static final int CAPACITY = 10_000;

    /** About how many bytes their parameters may take. */
    static final long BUDGET = 24L * 1024 * 1024;

    private final @Nullable RecordedCall[] calls = new RecordedCall[CAPACITY];
    private final Map<String, Long> counts = new HashMap<>();
    private long first;
    private long next;
    private long firstInFull;
    private long weight;

    /** Adds a call and gives its number. */
    synchronized long add(RecordedCall call) {
        if (next - first == CAPACITY) {
            drop(first++);
        }
        calls[slot(next)] = call;
        counts.merge(call.action(), 1L, Long::sum);
        weight += weight(call);
        while (weight > BUDGET && firstInFull <= next) {
            drop(firstInFull);
        }
        return next++;
    }

    private void drop(long number) {
        if (number < firstInFull) {
            return;
        }
        RecordedCall call = Objects.requireNonNull(calls[slot(number)]);
        weight -= weight(call);
        calls[slot(number)] = call.withoutParameters();
        firstInFull = number + 1;
    }

    private static long weight(RecordedCall call) {
        return call.parameters() instanceof RecordedParameters parameters ? parameters.weight() : 0;
    }

    private static int slot(long number) {
        return (int) (number % CAPACITY);
    }

    /** Puts a call right that was added before it was answered. */
    synchronized void correct(long number, RecordedCall call) {
        if (number >= first) {
            calls[slot(number)] = number < firstInFull ? call.withoutParameters() : call;
        }
    }

    /** The newest calls, oldest of them first. */
    public synchronized List<RecordedCall> all() {
        List<RecordedCall> all = new ArrayList<>();
        for (long number = first; number < next; number++) {
            all.add(Objects.requireNonNull(calls[slot(number)]));
        }
        return all;
    }

    /** The newest calls of an action, oldest of them first. */
    public List<RecordedCall> of(String action) {
        return all().stream().filter(call -> call.action().equals(action)).toList();
    }

    /** How often an action was called, accepted or not, since the start or the last {@link #clear}. */
    public synchronized long count(String action) {
        return counts.getOrDefault(action, 0L);
    }

    /** How often each action was called. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        java.util.Arrays.fill(calls, null);
        counts.clear();
        first = next;
        firstInFull = next;
        weight = 0;
    }
}
