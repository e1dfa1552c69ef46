package io.vnode.provider.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

    private final AtomicLong nanos = new AtomicLong();
    private final WorkQueue<String> queue = new WorkQueue<>(nanos::get);

    @Test
    void givesAKeyOnceHoweverOftenItWasAdded() {
        queue.add("a");
        queue.add("a");

        assertThat(queue.poll()).isEqualTo("a");
        assertThat(queue.poll()).isNull();
    }

    @Test
    void givesAKeyToOneWorkerAtATime() {
        queue.add("a");
        queue.poll();
        queue.add("a");

        assertThat(queue.poll()).isNull();
    }

    @Test
    void bringsBackAKeyThatWasAddedWhileAWorkerHadIt() {
        queue.add("a");
        queue.poll();
        queue.add("a");
        queue.done("a");

        assertThat(queue.poll()).isEqualTo("a");
    }

    @Test
    void keepsTheOrderInWhichKeysCame() {
        queue.add("a");
        queue.add("b");
        queue.add("a");

        assertThat(queue.poll()).isEqualTo("a");
        assertThat(queue.poll()).isEqualTo("b");
    }

    @Test
    void givesADelayedKeyWhenItIsDueAndNotBefore() {
        queue.addAfter("a", Duration.ofSeconds(1));
        pass(Duration.ofMillis(999));
        assertThat(queue.poll()).isNull();

        pass(Duration.ofMillis(1));

        assertThat(queue.poll()).isEqualTo("a");
    }

    @Test
    void letsTheEarliestWishCount() {
        queue.addAfter("a", Duration.ofSeconds(9));
        queue.addAfter("a", Duration.ofSeconds(1));
        queue.addAfter("a", Duration.ofSeconds(5));

        pass(Duration.ofSeconds(1));

        assertThat(queue.poll()).isEqualTo("a");
        queue.done("a");
        pass(Duration.ofSeconds(10));
        assertThat(queue.poll()).isNull();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureInARow() {
        queue.addAfterFailure("a");
        pass(Duration.ofMillis(250));
        assertThat(queue.poll()).isEqualTo("a");
        queue.done("a");

        queue.addAfterFailure("a");
        pass(Duration.ofMillis(499));
        assertThat(queue.poll()).isNull();
        pass(Duration.ofMillis(1));

        assertThat(queue.poll()).isEqualTo("a");
    }

    @Test
    void neverWaitsLongerThanAMinuteAndNeverGivesUp() {
        for (int failure = 0; failure < 100; failure++) {
            queue.addAfterFailure("a");
            pass(Duration.ofMinutes(1));
            assertThat(queue.poll()).isEqualTo("a");
            queue.done("a");
        }
    }

    @Test
    void startsFromTheShortestWaitAfterASuccess() {
        for (int failure = 0; failure < 10; failure++) {
            queue.addAfterFailure("a");
            pass(Duration.ofMinutes(1));
            queue.poll();
            queue.done("a");
        }
        queue.forgetFailures("a");

        queue.addAfterFailure("a");
        pass(Duration.ofMillis(250));

        assertThat(queue.poll()).isEqualTo("a");
    }

    @Test
    void givesNothingOnceItIsClosed() throws InterruptedException {
        queue.add("a");
        queue.close();

        assertThat(queue.take()).isNull();
    }

    @Test
    void tellsHowBusyItIs() {
        queue.add("a");
        pass(Duration.ofSeconds(2));
        queue.add("b");
        queue.add("a");
        queue.addAfter("c", Duration.ofSeconds(9));
        assertThat(queue.figures()).isEqualTo(new WorkQueue.Figures(2, 0, 1, 3, 0, Duration.ofSeconds(2)));

        queue.poll();
        queue.addAfterFailure("a");

        assertThat(queue.figures()).isEqualTo(new WorkQueue.Figures(1, 1, 2, 3, 1, Duration.ZERO));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
