package io.vnode.provider.containergroup;

import io.vnode.addon.PodKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to look at which container group again. One that is about to change is looked at soon and then at growing intervals;
 * one that rests, at a steady interval that stretches with the number of groups, so that a full node stays within its share
 * of the calls that ECI allows.
 *
 * <p>Safe for use by several threads.
 */
final class LookSchedule {

    /** The most groups that one call describes. */
    static final int PORTION = 20;

    private static final double GROWTH = 1.5;

    /** A portion is filled with groups whose turn comes within this part of their interval. */
    private static final int AHEAD = 8;

    private record Turn(String id, PodKey pod, long due, Duration interval) {}

    /** A group whose turn it is. */
    record Due(String id, PodKey pod) {}

    private final LookTiming timing;
    private final LongSupplier nanoTime;
    private final Map<String, Turn> turns = new HashMap<>();
    private final NavigableSet<Turn> order = new TreeSet<>((one, other) -> {
        int byTime = Long.compare(one.due - other.due, 0);
        return byTime == 0 ? one.id.compareTo(other.id) : byTime;
    });

    LookSchedule(LookTiming timing, LongSupplier nanoTime) {
        this.timing = timing;
        this.nanoTime = nanoTime;
    }

    /** Looks at a group soon, and often at first: something is about to change. True when that is sooner than planned. */
    synchronized boolean soon(String id, PodKey pod) {
        long due = nanoTime.getAsLong() + timing.soonest().toNanos();
        Turn known = turns.get(id);
        if (known != null && known.due - due <= 0) {
            put(id, pod, known.due, timing.soonest());
            return false;
        }
        put(id, pod, due, timing.soonest());
        return true;
    }

    /** Looks at a group soon, unless it is looked at already. True when it was not. */
    synchronized boolean watch(String id, PodKey pod) {
        return !turns.containsKey(id) && soon(id, pod);
    }

    /** Looks at a group now and then, unless it is looked at already. */
    synchronized void nowAndThen(String id, PodKey pod) {
        if (!turns.containsKey(id)) {
            Duration steady = timing.steady(turns.size() + 1);
            put(id, pod, nanoTime.getAsLong() + steady.toNanos(), steady);
        }
    }

    /** Looks at a group no more. */
    synchronized void never(String id) {
        Turn turn = turns.remove(id);
        if (turn != null) {
            order.remove(turn);
        }
    }

    /** A group has been looked at, and will be again: at growing intervals while it is restless. */
    synchronized void looked(String id, boolean changed, boolean restless) {
        Turn turn = turns.get(id);
        if (turn == null) {
            return;
        }
        Duration steady = timing.steady(turns.size());
        Duration next = steady;
        if (restless) {
            Duration grown = changed ? timing.soonest() : Duration.ofNanos((long) (turn.interval.toNanos() * GROWTH));
            Duration longest = longer(timing.longestRestless(), steady.dividedBy(2));
            next = grown.compareTo(longest) < 0 ? grown : longest;
        }
        put(id, turn.pod, nanoTime.getAsLong() + next.toNanos(), next);
    }

    private void put(String id, PodKey pod, long due, Duration interval) {
        Turn known = turns.get(id);
        if (known != null) {
            order.remove(known);
        }
        Turn turn = new Turn(id, pod, due, interval);
        turns.put(id, turn);
        order.add(turn);
    }

    /**
     * The groups whose turn it is, filled up to whole portions with those that come next: a call costs the same for one
     * group and for twenty.
     */
    synchronized List<Due> due() {
        long now = nanoTime.getAsLong();
        List<Due> due = new ArrayList<>();
        for (Turn turn : order) {
            boolean fills = !due.isEmpty() && due.size() % PORTION != 0;
            boolean soonEnough = fills && turn.due - now < turn.interval.toNanos() / AHEAD;
            if (turn.due - now > 0 && !soonEnough) {
                break;
            }
            due.add(new Due(turn.id, turn.pod));
        }
        return due;
    }

    /** How long until the next turn; null when there is none. */
    synchronized @Nullable Duration untilNext() {
        return order.isEmpty() ? null : Duration.ofNanos(Math.max(0, order.first().due - nanoTime.getAsLong()));
    }

    synchronized int size() {
        return turns.size();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
