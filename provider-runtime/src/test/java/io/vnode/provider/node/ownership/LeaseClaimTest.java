package io.vnode.provider.node.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeaseClaimTest {

    private static final Duration SAFE = LeaseTiming.USUAL.safe();
    private static final Duration LEASE = LeaseTiming.USUAL.lease();

    private final FakeLeaseStore store = new FakeLeaseStore();
    private long nanos = 1;

    /** A process with its own way to the API server and its own idea of the time. */
    private final class Process {

        final FakeLeaseStore.Connection connection = store.new Connection();
        final LeaseClaim claim;
        Duration clockIsAhead = Duration.ZERO;

        Process(String pod, String process) {
            claim = new LeaseClaim(
                    connection, new LeaseIdentity(pod, process), LeaseTiming.USUAL, () -> nanos, () -> Instant.EPOCH
                            .plusNanos(nanos)
                            .plus(clockIsAhead));
        }

        LeaseClaim.Outcome step() {
            return claim.step();
        }

        boolean held() {
            return claim.held();
        }
    }

    private final Process first = new Process("pod-a", "1");
    private final Process second = new Process("pod-b", "2");

    @Test
    void takesALeaseThatIsNotThere() {
        LeaseClaim.Outcome outcome = first.step();

        assertThat(outcome).isInstanceOf(LeaseClaim.Outcome.Held.class);
        assertThat(first.held()).isTrue();
    }

    @Test
    void waitsWhileAnotherRenews() {
        first.step();
        for (int round = 0; round < 20; round++) {
            second.step();
            pass(LeaseTiming.USUAL.renewEvery());
            first.step();
        }

        assertThat(second.held()).isFalse();
        assertThat(first.held()).isTrue();
    }

    @Test
    void takesOverOnlyAfterItHasSeenNoRenewalForTheWholeLease() {
        first.step();
        second.step();

        pass(LEASE);
        LeaseClaim.Outcome atItsEnd = second.step();
        pass(Duration.ofMillis(1));
        LeaseClaim.Outcome after = second.step();

        assertThat(atItsEnd).isEqualTo(new LeaseClaim.Outcome.Waiting("pod-a/1", LeaseTiming.USUAL.lookEvery()));
        assertThat(after).isInstanceOf(LeaseClaim.Outcome.Held.class);
    }

    @Test
    void holdsNothingOnceTheSafePartOfTheLeaseIsOver() {
        first.step();

        pass(SAFE.minusMillis(1));
        boolean before = first.held();
        pass(Duration.ofMillis(1));

        assertThat(before).isTrue();
        assertThat(first.held()).isFalse();
    }

    @Test
    void aStoppedProcessFindsOutBeforeItAsksAnybody() {
        first.step();
        second.step();
        pass(LEASE.plusSeconds(1));
        second.step();

        // The first continues, and has not taken a step yet.
        assertThat(first.held()).isFalse();
        assertThat(first.step()).isEqualTo(new LeaseClaim.Outcome.Lost("pod-b/2", LeaseTiming.USUAL.lookEvery()));
        assertThat(second.held()).isTrue();
    }

    @Test
    void aMachineThatWasSuspendedFindsOutByItsClock() {
        first.step();

        first.clockIsAhead = Duration.ofMinutes(5); // the uptime stood still

        assertThat(first.held()).isFalse();
    }

    @Test
    void aClockSetBackDoesNotLengthenTheLease() {
        first.step();

        first.clockIsAhead = Duration.ofDays(-1);
        pass(SAFE);

        assertThat(first.held()).isFalse();
    }

    @Test
    void clocksThatDisagreeChangeNothing() {
        first.clockIsAhead = Duration.ofHours(-6);
        second.clockIsAhead = Duration.ofHours(6);
        first.step();
        for (int round = 0; round < 10; round++) {
            second.step();
            pass(LeaseTiming.USUAL.renewEvery());
            first.step();
        }

        assertThat(first.held()).isTrue();
        assertThat(second.held()).isFalse();
    }

    @Test
    void goesOnAfterAnOutageInWhichNobodyTookTheLease() {
        first.step();
        first.connection.down = true;
        pass(Duration.ofMinutes(10));
        boolean during = first.held();

        first.connection.down = false;
        LeaseClaim.Outcome outcome = first.step();

        assertThat(during).isFalse();
        assertThat(outcome).isInstanceOf(LeaseClaim.Outcome.Held.class);
        assertThat(first.held()).isTrue();
    }

    @Test
    void recognisesARenewalWhoseAnswerWasLost() {
        first.step();
        first.connection.losesNextAnswer = true;
        assertThatExceptionOfType(LeaseStoreException.class).isThrownBy(first::step);
        pass(SAFE);

        LeaseClaim.Outcome look = first.step();
        LeaseClaim.Outcome renewal = first.step();

        assertThat(look.pause()).isZero();
        assertThat(renewal).isInstanceOf(LeaseClaim.Outcome.Held.class);
    }

    @Test
    void recognisesATakingWhoseAnswerWasLost() {
        first.connection.losesNextAnswer = true;
        assertThatExceptionOfType(LeaseStoreException.class).isThrownBy(first::step);
        boolean unproven = first.held();

        first.step();
        first.step();

        assertThat(unproven).isFalse();
        assertThat(first.held()).isTrue();
    }

    @Test
    void aReleasedLeaseIsTakenAtOnce() {
        first.step();
        second.step();

        first.claim.release();
        second.step();

        assertThat(first.held()).isFalse();
        assertThat(second.held()).isTrue();
    }

    @Test
    void releasesEvenWhatItDoesNotKnowItRenewed() {
        first.step();
        first.connection.losesNextAnswer = true;
        assertThatExceptionOfType(LeaseStoreException.class).isThrownBy(first::step);

        first.claim.release();

        assertThat(Objects.requireNonNull(store.current).free()).isTrue();
    }

    @Test
    void neverReleasesTheLeaseOfAnother() {
        first.step();
        second.step();
        pass(LEASE.plusSeconds(1));
        second.step();

        first.claim.release();

        assertThat(Objects.requireNonNull(store.current).holder()).isEqualTo("pod-b/2");
    }

    @Test
    void aRestartedContainerSucceedsItsPredecessorAtOnce() {
        first.step();
        Process restarted = new Process("pod-a", "3");

        restarted.step();

        assertThat(restarted.held()).isTrue();
        assertThat(first.step()).isInstanceOf(LeaseClaim.Outcome.Lost.class);
    }

    @Test
    void makesADeletedLeaseAnewAndGoesOn() {
        first.step();
        second.step();

        store.current = null;
        LeaseClaim.Outcome waiting = second.step();
        first.step();
        first.step();

        assertThat(waiting).isInstanceOf(LeaseClaim.Outcome.Waiting.class);
        assertThat(Objects.requireNonNull(store.current).holder()).isEqualTo("pod-a/1");
        assertThat(first.held()).isTrue();
    }

    @Test
    void twoProcessesNeverHoldItTogetherWhateverHappens() {
        Random random = new Random(4);
        int changes = 0;
        Process[] all = {first, second, new Process("pod-c", "4")};
        Process before = first;
        for (int round = 0; round < 20_000; round++) {
            Process one = all[random.nextInt(all.length)];
            one.connection.down = random.nextInt(4) == 0;
            one.connection.losesNextAnswer = random.nextInt(10) == 0;
            one.clockIsAhead = Duration.ofSeconds(random.nextInt(20_000) - 10_000);
            try {
                LeaseClaim.Outcome unused = one.step();
            } catch (LeaseStoreException _) {
                // Tried again some rounds later.
            }
            pass(Duration.ofMillis(random.nextInt(8_000)));

            Process[] holders =
                    java.util.Arrays.stream(all).filter(Process::held).toArray(Process[]::new);
            assertThat(holders).as("round %d", round).hasSizeLessThanOrEqualTo(1);
            if (holders.length == 1 && holders[0] != before) {
                before = holders[0];
                changes++;
            }
        }

        assertThat(changes).as("the lease did change hands").isGreaterThan(10);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
