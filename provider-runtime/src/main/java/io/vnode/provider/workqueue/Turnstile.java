package io.vnode.provider.workqueue;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.function.Consumer;

/**
 * Lets only so many keys at a time through to something slow, such as a call that has a rate limit. The others wait in line
 * without a thread and are told when there is room, so that those who want something else are not held up.
 *
 * @param <K> type of the keys
 */
public final class Turnstile<K> {

    private final int places;
    private final Consumer<K> onRoom;
    private final SequencedSet<K> line = new LinkedHashSet<>();
    private int taken;

    /**
     * @param places how many may be inside at a time, from 1
     * @param onRoom told of the key that is first in line whenever somebody leaves; it may try to enter again
     */
    public Turnstile(int places, Consumer<K> onRoom) {
        if (places < 1) {
            throw new IllegalArgumentException(places + " places; there must be at least 1");
        }
        this.places = places;
        this.onRoom = onRoom;
    }

    /** Enters, to be followed by {@link #leave}; or gets in line and returns false. */
    public synchronized boolean enter(K key) {
        if (taken == places) {
            line.add(key);
            return false;
        }
        line.remove(key);
        taken++;
        return true;
    }

    /** Makes room for the next. */
    public void leave() {
        K next;
        synchronized (this) {
            taken--;
            if (line.isEmpty()) {
                return;
            }
            next = line.removeFirst();
        }
        onRoom.accept(next);
    }

    /** How many are inside. */
    public synchronized int inside() {
        return taken;
    }

    /** How many wait. */
    public synchronized int waiting() {
        return line.size();
    }
}
