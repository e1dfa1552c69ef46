package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.provider.telemetry.PodMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells people, by events on the pod, what happens to it: what ECI noticed, and what we do. It never makes anybody wait.
 *
 * <p>Nothing is told at each look or each retry. An event has a name made of what it says, so the next process that tells it
 * again finds it told.
 */
final class PodEvents {

    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final int REMEMBERED = 4096;
    private static final String OURSELVES = "virtual-node";

    /** Each retry has a request of its own, which makes no new sentence. */
    private static final Pattern REQUEST_ID = Pattern.compile(" \\(request [^)]*\\)$");

    private record Told(Instant first, Instant last, int count) {}

    private final Consumer<EventNotice> writer;
    private final PodMetrics metrics;
    private final InstantSource clock;
    private final GroupNews news;
    private final SequencedMap<Long, Told> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Told> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Tells what it is told to tell.
     *
     * @param writer takes events without delay
     * @param metrics counts
     * @param clock the time
     */
    PodEvents(Consumer<EventNotice> writer, PodMetrics metrics, InstantSource clock) {
        this.writer = writer;
        this.metrics = metrics;
        this.clock = clock;
        this.news = new GroupNews(clock.instant());
    }

    /** Tells what ECI noticed of a pod's group since the last look. */
    void mirror(PodKey key, Pod pod, ContainerGroup group) {
        news.of(key, pod, group).forEach(writer);
    }

    void normal(PodKey pod, String reason, String message) {
        tell(pod, "Normal", reason, message);
    }

    void warning(PodKey pod, String reason, String message) {
        tell(pod, "Warning", reason, message);
    }

    /** Forgets what was told of a pod that is no more. */
    void forget(PodKey pod) {
        news.forget(pod);
    }

    private void tell(PodKey pod, String type, String reason, String message) {
        Instant now = clock.instant();
        long identity = EventNotice.identityOf(
                pod.uid(), type, reason, REQUEST_ID.matcher(message).replaceFirst(""));
        Told sentence = record(identity, now);
        if (sentence == null) {
            metrics.eventRepeated();
            return;
        }
        writer.accept(new EventNotice(
                pod, type, reason, message, OURSELVES, identity, sentence.count(), sentence.first(), now));
    }

    /** What is to be told; null when the same was told a moment ago. It counts all the same. */
    private synchronized @Nullable Told record(long identity, Instant now) {
        Told before = told.get(identity);
        boolean news = before == null || !now.isBefore(before.last().plus(SILENCE));
        Told sentence = before == null
                ? new Told(now, now, 1)
                : new Told(before.first(), news ? now : before.last(), before.count() + 1);
        told.put(identity, sentence);
        return news ? sentence : null;
    }
}
