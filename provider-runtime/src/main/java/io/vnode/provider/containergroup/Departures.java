package io.vnode.provider.containergroup;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a container group counts as gone. Being missing once is not enough: ECI must have been seen to answer
 * truthfully, and a group that nobody asked to delete must stay missing for a while. A group that is gone never comes back.
 */
final class Departures {

    /** How long an accepted delete is trusted to be under way before it is asked for again. */
    private static final Duration DELETE_AGAIN_AFTER = Duration.ofSeconds(60);

    /** Long after this, nobody asks about a group that is gone. */
    private static final Duration MEMORY = Duration.ofHours(2);

    private record Deletion(long look, long at) {}

    private final LongSupplier nanoTime;
    private final Duration settling;
    private final Map<String, Deletion> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> missingSince = new ConcurrentHashMap<>();
    private final Map<String, Long> gone = new ConcurrentHashMap<>();

    Departures(LongSupplier nanoTime, Duration settling) {
        this.nanoTime = nanoTime;
        this.settling = settling;
    }

    /** Whether it is time to ask ECI to delete a group, for the first time or again. */
    boolean mayAskToDelete(String id) {
        Deletion deletion = asked.get(id);
        return !isGone(id) && (deletion == null || passed(DELETE_AGAIN_AFTER, deletion.at()));
    }

    /** ECI accepted to delete a group; only looks begun after this one tell whether it has done so. */
    void deleting(String id, long look) {
        asked.put(id, new Deletion(look, nanoTime.getAsLong()));
    }

    boolean deletionAsked(String id) {
        return asked.containsKey(id);
    }

    /** ECI said, to whoever asked to delete it, that there is no such group. */
    void ruledOut(String id) {
        leave(id);
    }

    /** A group was seen. */
    void seen(String id) {
        missingSince.remove(id);
    }

    /**
     * A group was proven missing by a look.
     *
     * @return whether it is gone for good
     */
    boolean missing(String id, long look) {
        if (isGone(id)) {
            return true;
        }
        Deletion deletion = asked.get(id);
        if (deletion != null) {
            if (look > deletion.look()) {
                leave(id);
            }
            return isGone(id);
        }
        @Nullable Long since = missingSince.putIfAbsent(id, nanoTime.getAsLong());
        if (since != null && passed(settling, since)) {
            leave(id);
        }
        return isGone(id);
    }

    boolean isGone(String id) {
        return gone.containsKey(id);
    }

    private void leave(String id) {
        gone.put(id, nanoTime.getAsLong());
        asked.remove(id);
        missingSince.remove(id);
    }

    /** Forgets what is too old to matter. */
    void forgetTheOld() {
        gone.values().removeIf(at -> passed(MEMORY, at));
        asked.values().removeIf(deletion -> passed(MEMORY, deletion.at()));
        missingSince.values().removeIf(since -> passed(MEMORY, since));
    }

    /** By the monotonic clock: the other one may be set while we wait. */
    private boolean passed(Duration time, long since) {
        return nanoTime.getAsLong() - since >= time.toNanos();
    }
}
