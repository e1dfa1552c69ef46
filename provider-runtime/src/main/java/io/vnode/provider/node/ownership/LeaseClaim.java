package io.vnode.provider.node.ownership;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One process's claim to a Lease, taken step by step.
 *
 * <p>It holds the Lease only for a while after a renewal that the API server has confirmed, counted from before the request
 * was sent; a process that was stopped and continued therefore finds that it holds nothing. Others take the Lease after they
 * have seen no renewal for longer than that while. Neither side compares its clock with the other's: what counts is how much
 * time passed here since something was seen to change.
 */
final class LeaseClaim {

    /** What a step came to. */
    sealed interface Outcome {

        /** How long to wait before the next step. */
        Duration pause();

        /** This process holds the Lease. */
        record Held(Duration pause) implements Outcome {}

        /** It held the Lease before this step, and now another does. */
        record Lost(String to, Duration pause) implements Outcome {}

        /** Another process holds it, or was faster. */
        record Waiting(String forWhom, Duration pause) implements Outcome {}
    }

    private record Proof(long nanos, Instant time) {}

    private record Seen(LeaseRecord record, long nanos) {}

    private final LeaseStore store;
    private final LeaseIdentity me;
    private final LeaseTiming timing;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private @Nullable LeaseRecord mine;
    private @Nullable Seen others;
    private volatile @Nullable Proof proof;

    LeaseClaim(LeaseStore store, LeaseIdentity me, LeaseTiming timing, LongSupplier nanoTime, InstantSource clock) {
        this.store = store;
        this.me = me;
        this.timing = timing;
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** Whether this process may act as the holder now. May be asked by any thread, at any time. */
    boolean held() {
        Proof last = proof;
        return last != null && age(last).compareTo(timing.safe()) < 0;
    }

    /** The machine's uptime does not count while it is suspended, and its clock may be set back: the longer one counts. */
    private Duration age(Proof last) {
        Duration passed = Duration.ofNanos(nanoTime.getAsLong() - last.nanos());
        Duration byClock = Duration.between(last.time(), clock.instant());
        return passed.compareTo(byClock) > 0 ? passed : byClock;
    }

    /**
     * Takes the next step; by one thread at a time.
     *
     * @throws LeaseStoreException when the step is to be taken again
     */
    Outcome step() {
        LeaseRecord held = mine;
        return held == null ? compete() : renew(held);
    }

    private Outcome renew(LeaseRecord held) {
        if (write(held.renewedAt(clock.instant()))) {
            return new Outcome.Held(timing.renewEvery());
        }
        LeaseRecord found = store.read();
        if (found == null) {
            // Deleted by somebody. Whoever makes it anew has it; those who waited for us wait on.
            mine = LeaseRecord.never().takenBy(me.holder(), timing.lease(), clock.instant());
            return new Outcome.Waiting("a lease that was deleted", Duration.ZERO);
        }
        if (me.isMe(found.holder())) {
            // An earlier write of ours arrived, but its answer did not.
            mine = found;
            return new Outcome.Waiting(found.holder(), Duration.ZERO);
        }
        mine = null;
        proof = null;
        others = new Seen(found, nanoTime.getAsLong());
        return new Outcome.Lost(found.holder(), timing.lookEvery());
    }

    private Outcome compete() {
        LeaseRecord found = store.read();
        long now = nanoTime.getAsLong();
        Seen before = others;
        if (found == null) {
            return before == null || expired(before, now)
                    ? take(LeaseRecord.never())
                    : waitFor(before.record().holder());
        }
        if (me.isMe(found.holder())) {
            mine = found;
            return new Outcome.Waiting(found.holder(), Duration.ZERO);
        }
        if (found.free() || me.isPredecessor(found.holder())) {
            return take(found);
        }
        if (before == null || !Objects.equals(found.version(), before.record().version())) {
            others = new Seen(found, now);
            return waitFor(found.holder());
        }
        return expired(before, now) ? take(found) : waitFor(found.holder());
    }

    private boolean expired(Seen seen, long now) {
        Duration theirs = seen.record().validFor();
        Duration patience = theirs.compareTo(timing.lease()) > 0 ? theirs : timing.lease();
        return Duration.ofNanos(now - seen.nanos()).compareTo(patience) > 0;
    }

    private Outcome waitFor(String holder) {
        return new Outcome.Waiting(holder, timing.lookEvery());
    }

    private Outcome take(LeaseRecord found) {
        boolean taken = write(found.takenBy(me.holder(), timing.lease(), clock.instant()));
        return taken ? new Outcome.Held(timing.renewEvery()) : new Outcome.Waiting("whoever was faster", Duration.ZERO);
    }

    private boolean write(LeaseRecord record) {
        // From before the request: others may have seen the renewal any time after.
        Proof begun = new Proof(nanoTime.getAsLong(), clock.instant());
        LeaseRecord written = store.write(record);
        if (written == null) {
            return false;
        }
        mine = written;
        others = null;
        proof = begun;
        return true;
    }

    /** Gives the Lease up, if it is held: whoever waits may have it at once. */
    void release() {
        proof = null;
        LeaseRecord held = mine;
        mine = null;
        if (held != null && store.write(held.released(clock.instant())) == null) {
            LeaseRecord found = store.read();
            if (found != null && me.isMe(found.holder())) {
                Object unused = store.write(found.released(clock.instant()));
            }
        }
    }
}
