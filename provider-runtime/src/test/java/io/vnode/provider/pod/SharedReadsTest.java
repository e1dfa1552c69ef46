package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong clock = new AtomicLong();
    private final SharedReads<String, String> reads = new SharedReads<>(clock::incrementAndGet);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstHasBegun = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();

    @AfterEach
    void stop() {
        firstMayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    void readsAnewForEachWhoComesAlone() {
        assertThat(reads.read("a", now(), () -> "one")).isEqualTo("one");

        assertThat(reads.read("a", now(), () -> "two")).isEqualTo("two");
    }

    @Test
    void allWhoComeDuringAReadShareTheNextOne() throws Exception {
        Future<String> first = threads.submit(() -> reads.read("a", now(), this::firstRead));
        firstHasBegun.await();
        List<Future<String>> others = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            others.add(threads.submit(() -> reads.read("a", now(), () -> "read " + count.incrementAndGet())));
        }
        await().atMost(PATIENCE).until(() -> reads.waiting() == 501);

        firstMayEnd.countDown();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
        for (Future<String> other : others) {
            assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo("read 2");
        }
    }

    @Test
    void nobodyGetsWhatWasReadBeforeHeAsked() throws Exception {
        Future<String> first = threads.submit(() -> reads.read("a", now(), this::firstRead));
        firstHasBegun.await();

        Future<String> second = threads.submit(() -> reads.read("a", now(), () -> "changed"));
        await().atMost(PATIENCE).until(() -> reads.waiting() == 2);
        firstMayEnd.countDown();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("changed");
    }

    @Test
    void aReadOfOneObjectDoesNotHoldUpAnother() throws Exception {
        Future<String> first = threads.submit(() -> reads.read("a", now(), this::firstRead));
        firstHasBegun.await();

        assertThat(reads.read("b", now(), () -> "at once")).isEqualTo("at once");

        firstMayEnd.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
    }

    @Test
    void whatAReadThrowsIsThrownToAllWhoShareItAndToNobodyElse() throws Exception {
        Future<String> first = threads.submit(() -> reads.read("a", now(), this::firstRead));
        firstHasBegun.await();
        List<Future<String>> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(threads.submit(() -> reads.read("a", now(), () -> {
                throw new IllegalArgumentException("no");
            })));
        }
        await().atMost(PATIENCE).until(() -> reads.waiting() == 4);

        firstMayEnd.countDown();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
        for (Future<String> other : others) {
            assertThatThrownBy(() -> other.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(reads.read("a", now(), () -> "again")).isEqualTo("again");
    }

    @Test
    void whoWaitsSinceBeforeAReadBeganGetsWhatItFound() {
        long before = now();
        assertThat(reads.read("a", now(), () -> "one")).isEqualTo("one");

        assertThat(reads.read("a", before, () -> "two")).isEqualTo("one");
    }

    @Test
    void whoWaitsSinceBeforeAReadBeganSharesItWhileItGoesOn() throws Exception {
        long before = now();
        Future<String> first = threads.submit(() -> reads.read("a", now(), this::firstRead));
        firstHasBegun.await();

        Future<String> second = threads.submit(() -> reads.read("a", before, () -> "another"));
        await().atMost(PATIENCE).until(() -> reads.waiting() == 2);
        firstMayEnd.countDown();

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("read 1");
    }

    @Test
    void aReadThatFailedIsNotKept() {
        long before = now();
        assertThatThrownBy(() -> reads.read("a", now(), () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(reads.read("a", before, () -> "one")).isEqualTo("one");
    }

    @Test
    void keepsNothingForLong() {
        long before = now();
        String unused = reads.read("a", now(), () -> "one");
        clock.addAndGet(Duration.ofSeconds(6).toNanos());

        String other = reads.read("b", now(), () -> "other");

        assertThat(other).isEqualTo("other");
        assertThat(reads.size()).isEqualTo(1);
        assertThat(reads.read("a", before, () -> "two")).isEqualTo("two");
    }

    /** Each moment is later than the one before. */
    private long now() {
        return clock.incrementAndGet();
    }

    private String firstRead() throws InterruptedException {
        firstHasBegun.countDown();
        firstMayEnd.await();
        return "read " + count.incrementAndGet();
    }
}
