package io.vnode.eci.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Temporary access keys from a source, fetched again well before they end. Whoever comes first in that time fetches; the
 * others go on with the key at hand. When fetching fails, the key at hand serves until its end.
 */
final class TemporaryCredentials implements CredentialsProvider {

    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration LONGEST_AHEAD = Duration.ofMinutes(15);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** A key that nobody set an end to is looked at again in this time. */
    private static final Duration WITHOUT_END = Duration.ofMinutes(10);

    private final CredentialsSource source;
    private final Clock clock;
    private final Pause pause;

    /** Held while fetching, which is what the others are to wait for; fetching has deadlines of its own. */
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile State state = new State(null, Instant.MIN, null, Duration.ZERO);

    /**
     * What is known.
     *
     * @param held the key at hand
     * @param fetchAt when to fetch
     * @param failure why the last fetch gave none
     * @param rest how long it waits after the next failure
     */
    private record State(
            @Nullable Credentials held,
            Instant fetchAt,
            @Nullable CredentialsException failure,
            Duration rest) {

        @Nullable
        Credentials usableAt(Instant now) {
            return held == null || (held.expiration() != null && !now.isBefore(held.expiration())) ? null : held;
        }
    }

    TemporaryCredentials(CredentialsSource source, Clock clock, Pause pause) {
        this.source = source;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Credentials credentials() {
        State now = state;
        Credentials held = now.usableAt(clock.instant());
        if (held == null) {
            return fetchOrWait();
        }
        if (!clock.instant().isBefore(now.fetchAt()) && fetching.tryLock()) {
            try {
                return fetchIfStillDue(held);
            } finally {
                fetching.unlock();
            }
        }
        return held;
    }

    @Override
    public Credentials refreshed(Credentials refused) {
        lock();
        try {
            State now = state;
            Credentials held = now.usableAt(clock.instant());
            if (held != null && !held.sameKeyAs(refused)) {
                return held; // somebody else has looked meanwhile
            }
            boolean justLooked = now.rest().isPositive() && clock.instant().isBefore(now.fetchAt());
            return justLooked ? refused : fetch(now, refused);
        } finally {
            fetching.unlock();
        }
    }

    private Credentials fetchOrWait() {
        lock();
        try {
            State now = state;
            Credentials held = now.usableAt(clock.instant());
            if (held != null) {
                return held; // the one who was first has fetched it
            }
            if (now.failure() != null && clock.instant().isBefore(now.fetchAt())) {
                throw now.failure();
            }
            return fetch(now, null);
        } finally {
            fetching.unlock();
        }
    }

    private Credentials fetchIfStillDue(Credentials otherwise) {
        State now = state;
        Credentials held = now.usableAt(clock.instant());
        Credentials atHand = held == null ? otherwise : held;
        return clock.instant().isBefore(now.fetchAt()) ? atHand : fetch(now, atHand);
    }

    private Credentials fetch(State before, @Nullable Credentials otherwise) {
        try {
            Credentials found = fetchRepeatedly();
            Instant now = clock.instant();
            boolean noOther = otherwise != null && found.sameKeyAs(otherwise);
            Duration rest = noOther ? LONGEST_REST : Duration.ZERO;
            state = new State(found, noOther ? now.plus(rest) : fetchAt(found, now), null, rest);
            return found;
        } catch (CredentialsException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // which says nothing of the source
            }
            Duration rest = before.rest().isPositive() ? before.rest().multipliedBy(2) : FIRST_REST;
            Duration bounded = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
            state = new State(before.held(), clock.instant().plus(bounded), e, bounded);
            if (otherwise == null) {
                throw e;
            }
            return otherwise;
        }
    }

    private Credentials fetchRepeatedly() {
        for (int attempt = 1; ; attempt++) {
            try {
                Credentials found = source.fetch();
                if (found.expiration() != null && !clock.instant().isBefore(found.expiration())) {
                    throw CredentialsException.passing(
                            source.toString(), "the key that it gave has ended already", "check this machine's clock");
                }
                return found;
            } catch (CredentialsException e) {
                if (!e.passing() || attempt == ATTEMPTS) {
                    throw e;
                }
                rest(BETWEEN_ATTEMPTS.multipliedBy(attempt), e);
            }
        }
    }

    private void rest(Duration duration, CredentialsException failure) {
        try {
            pause.sleep(duration);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private void lock() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw CredentialsException.passing(source.toString(), "interrupted", "ask again");
        }
    }

    /** A quarter of its life ahead of its end, at most a quarter of an hour. */
    private static Instant fetchAt(Credentials found, Instant now) {
        Instant end = found.expiration();
        if (end == null) {
            return now.plus(WITHOUT_END);
        }
        Duration quarter = Duration.between(now, end).dividedBy(4);
        return end.minus(quarter.compareTo(LONGEST_AHEAD) > 0 ? LONGEST_AHEAD : quarter);
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
