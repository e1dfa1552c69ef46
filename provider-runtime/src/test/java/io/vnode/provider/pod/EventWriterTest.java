package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.PodKey;
import io.vnode.provider.telemetry.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EventWriter.Pace QUICK = new EventWriter.Pace(4, Duration.ofNanos(1), 1, PATIENCE);

    private final Metrics metrics = new Metrics("test");
    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> crashes = new ConcurrentLinkedQueue<>();

    @Test
    void writesWhatWaitsBeforeItCloses() {
        try (EventWriter writer = writer(notice -> written.add(notice.reason()), QUICK)) {
            writer.add(notice("Normal", "Pulling"));
            writer.add(notice("Normal", "Pulled"));
        }

        assertThat(written).containsExactly("Pulling", "Pulled");
    }

    @Test
    void makesNobodyWaitAndCountsWhatIsLostWhenTheApiServerIsSlow() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Consumer<EventNotice> slow = notice -> {
            asked.countDown();
            awaitQuietly(answer);
            written.add(notice.reason());
        };

        try (EventWriter writer = writer(slow, QUICK)) {
            writer.add(notice("Normal", "first"));
            asked.await();
            IntStream.range(0, 10).forEach(number -> writer.add(notice("Normal", "normal-" + number)));
            writer.add(notice("Warning", "important"));
            answer.countDown();
        }

        assertThat(written).containsExactly("first", "important", "normal-1", "normal-2", "normal-3");
        assertThat(lost()).isEqualTo("7.0");
    }

    @Test
    void waitsForAnApiServerThatIsAway() {
        Queue<Integer> answers = new ConcurrentLinkedQueue<>(List.of(503, 0));
        Consumer<EventNotice> flaky = notice -> {
            Integer failure = answers.poll();
            if (failure != null) {
                throw new KubernetesClientException("away", failure, new Status());
            }
            written.add(notice.reason());
        };

        try (EventWriter writer = writer(flaky, QUICK)) {
            writer.add(notice("Normal", "Pulling"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).containsExactly("Pulling"));
        }
    }

    @Test
    void losesWhatTheApiServerRefusesAndGoesOn() {
        Consumer<EventNotice> strict = notice -> {
            if (notice.reason().equals("Odd")) {
                throw new KubernetesClientException("the namespace is being terminated", 403, new Status());
            }
            written.add(notice.reason());
        };

        try (EventWriter writer = writer(strict, QUICK)) {
            writer.add(notice("Normal", "Odd"));
            writer.add(notice("Normal", "Pulled"));
        }

        assertThat(written).containsExactly("Pulled");
        assertThat(lost()).isEqualTo("1.0");
    }

    @Test
    void saysSoWhenItDies() {
        Consumer<EventNotice> broken = _ -> {
            throw new IllegalStateException("a bug");
        };

        try (EventWriter writer = writer(broken, QUICK)) {
            writer.add(notice("Normal", "Pulling"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(crashes).hasSize(1));
        }
    }

    private EventWriter writer(Consumer<EventNotice> api, EventWriter.Pace pace) {
        return new EventWriter(api, pace, metrics.pods(), (_, error) -> crashes.add(error));
    }

    private String lost() {
        return new String(metrics.text(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("vnode_pod_events_total{outcome=\"lost\"}"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("0");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EventNotice notice(String type, String reason) {
        Instant time = Instant.parse("2026-03-01T10:00:00Z");
        PodKey pod = new PodKey("shop", "web", "uid-1");
        return new EventNotice(pod, type, reason, "because", "virtual-node", 7, 1, time, time);
    }
}
