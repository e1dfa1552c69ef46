package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TemporaryCredentialsTest {

    private static final Duration LIFE = Duration.ofHours(1);

    private final TestClock clock = new TestClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean broken;

    private final TemporaryCredentials credentials = new TemporaryCredentials(this::numbered, clock, pauses::add);

    private Credentials numbered() {
        int number = fetches.incrementAndGet();
        if (broken) {
            throw CredentialsException.passing("the source", "out of order", "wait");
        }
        return key(number, clock.instant().plus(LIFE));
    }

    @Test
    void areFetchedOnceWhileTheyAreFresh() {
        Credentials first = credentials.credentials();
        clock.advance(Duration.ofMinutes(44));

        assertThat(credentials.credentials()).isEqualTo(first);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedAgainAQuarterOfAnHourBeforeTheirEnd() {
        credentials.credentials();
        clock.advance(Duration.ofMinutes(45));

        assertThat(credentials.credentials().accessKeyId()).isEqualTo("id-2");
    }

    @Test
    void serveUntilTheirEndWhenTheSourceIsOutOfOrder() {
        credentials.credentials();
        broken = true;
        clock.advance(Duration.ofMinutes(59));

        assertThat(credentials.credentials().accessKeyId()).isEqualTo("id-1");
    }

    @Test
    void doNotServeBeyondTheirEndAndThereIsAReason() {
        credentials.credentials();
        broken = true;
        clock.advance(LIFE);

        assertThatThrownBy(credentials::credentials)
                .isInstanceOf(CredentialsException.class)
                .hasMessage("no access key: the source: out of order (wait)");
    }

    @Test
    void comeBackWhenTheSourceDoes() {
        broken = true;
        assertThatThrownBy(credentials::credentials).isInstanceOf(CredentialsException.class);

        broken = false;
        clock.advance(Duration.ofSeconds(1));

        assertThat(credentials.credentials().accessKeyId()).isEqualTo("id-4");
    }

    @Test
    void leaveASourceThatIsOutOfOrderAloneForAWhile() {
        credentials.credentials();
        broken = true;
        clock.advance(Duration.ofMinutes(46));

        for (int second = 0; second < 600; second++) {
            credentials.credentials();
            clock.advance(Duration.ofSeconds(1));
        }

        // rests of 1, 2, 4 … 60 s, with three attempts each
        assertThat(fetches.get()).isBetween(1 + 3 * 10, 1 + 3 * 16);
    }

    @Test
    void areTriedForThreeTimesWithPausesWhenThatMayHelp() {
        broken = true;

        assertThatThrownBy(credentials::credentials).isInstanceOf(CredentialsException.class);

        assertThat(fetches).hasValue(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void areTriedForOnceWhenSomebodyHasToChangeSomething() {
        AtomicInteger asked = new AtomicInteger();
        TemporaryCredentials refused = new TemporaryCredentials(
                () -> {
                    asked.incrementAndGet();
                    throw CredentialsException.lasting("the source", "no such role", "make it");
                },
                clock,
                pauses::add);

        assertThatThrownBy(refused::credentials).hasMessageContaining("no such role");
        assertThat(asked).hasValue(1);
    }

    @Test
    void areFetchedByOneWhileTheOthersGoOnWithWhatTheyHave() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        TemporaryCredentials slow = new TemporaryCredentials(
                () -> {
                    if (fetches.incrementAndGet() > 1) {
                        asked.countDown();
                        await(answer);
                    }
                    return key(fetches.get(), clock.instant().plus(LIFE));
                },
                clock,
                pauses::add);
        slow.credentials();
        clock.advance(Duration.ofMinutes(50));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(slow::credentials);
            await(asked);
            for (int i = 0; i < 50; i++) {
                assertThat(slow.credentials().accessKeyId()).isEqualTo("id-1");
            }
            answer.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS).accessKeyId()).isEqualTo("id-2");
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void areFetchedOnceForAllWhoComeAtTheBeginning() throws Exception {
        Set<Credentials> seen = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.execute(() -> seen.add(credentials.credentials()));
            }
        }

        assertThat(seen).hasSize(1);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void areFetchedAtOnceWhenTheyAreRefused() {
        Credentials refused = credentials.credentials();

        assertThat(credentials.refreshed(refused).accessKeyId()).isEqualTo("id-2");
        assertThat(credentials.refreshed(refused).accessKeyId()).isEqualTo("id-2");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void areNotFetchedForEveryCallWhenTheRefusedKeyIsAllThereIs() {
        Instant end = clock.instant().plus(LIFE);
        TemporaryCredentials always = new TemporaryCredentials(
                () -> {
                    fetches.incrementAndGet();
                    return key(1, end);
                },
                clock,
                pauses::add);
        Credentials refused = always.credentials();

        for (int i = 0; i < 100; i++) {
            assertThat(always.refreshed(refused).sameKeyAs(refused)).isTrue();
        }

        assertThat(fetches).hasValue(2);
    }

    @Test
    void stayTheRefusedOnesWhenTheSourceIsOutOfOrder() {
        Credentials refused = credentials.credentials();
        broken = true;

        assertThat(credentials.refreshed(refused)).isEqualTo(refused);
    }

    @Test
    void mustNotHaveEndedAlready() {
        TemporaryCredentials stale = new TemporaryCredentials(() -> key(1, clock.instant()), clock, pauses::add);

        assertThatThrownBy(stale::credentials)
                .hasMessageContaining("the key that it gave has ended already")
                .message()
                .doesNotContain("secret-1", "token-1");
    }

    private static Credentials key(int number, Instant end) {
        return new Credentials("id-" + number, "secret-" + number, "token-" + number, end);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
