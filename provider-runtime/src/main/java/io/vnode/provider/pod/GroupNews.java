package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of the events that ECI lists for a container group have not been told yet. One that happens again and again is
 * news each time its count has doubled.
 *
 * <p>What is older than this process was told by the one before, if the pod's status already speaks of that time; and what
 * is older than events live in the API is history.
 */
final class GroupNews {

    /** How long an API server keeps events, unless it was told otherwise. */
    private static final Duration EVENTS_LIVE = Duration.ofHours(1);

    private static final String ECI = "EciService";
    private static final long[] NOTHING = {};

    private final Instant since;
    private final Map<PodKey, long[]> told = new ConcurrentHashMap<>();

    /**
     * Nothing told yet.
     *
     * @param since when this process began to tell
     */
    GroupNews(Instant since) {
        this.since = since;
    }

    List<EventNotice> of(PodKey key, Pod pod, ContainerGroup group) {
        List<Event> events = group.events();
        if (events.isEmpty()) {
            return List.of();
        }
        long @Nullable [] before = told.get(key);
        long[] known = before == null ? NOTHING : before;
        long[] now = new long[events.size()];
        List<EventNotice> news = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            Event event = events.get(i);
            long identity = identity(key, event);
            now[i] = identity + magnitude(event.count());
            if (Arrays.binarySearch(known, now[i]) < 0 && !(before == null && history(pod, event))) {
                news.add(notice(key, identity, event));
            }
        }
        Arrays.sort(now);
        told.put(key, now);
        return news;
    }

    void forget(PodKey pod) {
        told.remove(pod);
    }

    private static long identity(PodKey key, Event event) {
        return EventNotice.identityOf(
                key.uid(),
                event.type(),
                event.reason(),
                event.message(),
                event.name(),
                String.valueOf(event.firstTimestamp()));
    }

    private static int magnitude(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count));
    }

    private boolean history(Pod pod, Event event) {
        Instant last = time(event);
        if (!last.isBefore(since)) {
            return false;
        }
        return last.isBefore(since.minus(EVENTS_LIVE)) || !last.isAfter(newestTime(pod.getStatus()));
    }

    private EventNotice notice(PodKey key, long identity, Event event) {
        Instant last = time(event);
        return new EventNotice(
                key,
                event.type().equals("Warning") ? "Warning" : "Normal",
                event.reason(),
                event.message(),
                ECI,
                identity,
                Math.max(1, event.count()),
                Objects.requireNonNullElse(event.firstTimestamp(), last),
                last);
    }

    private Instant time(Event event) {
        Instant last = event.lastTimestamp() == null ? event.firstTimestamp() : event.lastTimestamp();
        return last == null ? since : last;
    }

    /** The newest moment that a status speaks of. */
    private static Instant newestTime(@Nullable PodStatus status) {
        if (status == null) {
            return Instant.MIN;
        }
        Stream<@Nullable String> conditions = status.getConditions().stream().map(PodCondition::getLastTransitionTime);
        Stream<@Nullable String> starts = status.getContainerStatuses().stream()
                .map(ContainerStatus::getState)
                .filter(state -> state != null && state.getRunning() != null)
                .map(state -> state.getRunning().getStartedAt());
        return Stream.concat(conditions, starts)
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
