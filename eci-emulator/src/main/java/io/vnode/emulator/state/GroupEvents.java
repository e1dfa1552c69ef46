package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the story of a container group, from its life, up to a moment. */
final class GroupEvents {

    static final String DEADLINE_EXCEEDED = "DeadlineExceeded";

    private static final int MOST = 50;

    private GroupEvents() {}

    /** The newest events, oldest of them first. */
    static List<GroupEvent> of(GroupLife life, ContainerGroup.@Nullable Deletion deletion, Instant now) {
        List<GroupEvent> events = new ArrayList<>(life.news());
        events.addAll(ofContainers(life.spec().initContainers(), life.initContainers(), now));
        events.addAll(ofContainers(life.spec().containers(), life.containers(), now));
        if (deletion != null) {
            events.add(GroupEvent.normal("Killing", "Stopping the container group", deletion.asked()));
        }
        return newest(events, now);
    }

    /** What happened to containers that were stopped at a moment to be started again. */
    static List<GroupEvent> ofEnded(List<ContainerSpec> specs, List<ContainerLife> lives, Instant time) {
        List<GroupEvent> events = ofContainers(specs, lives, time);
        for (int i = 0; i < specs.size(); i++) {
            ContainerLife.Sighting last = lives.get(i).at(time);
            if (last != null && last.current() instanceof ContainerState.Running) {
                events.add(GroupEvent.normal(
                        "Killing", "Stopping container " + specs.get(i).name(), time));
            }
        }
        return newest(events, time);
    }

    private static List<GroupEvent> newest(List<GroupEvent> events, Instant now) {
        List<GroupEvent> happened = events.stream()
                .filter(event -> !event.first().isAfter(now))
                .sorted(Comparator.comparing(GroupEvent::first))
                .toList();
        return happened.subList(Math.max(0, happened.size() - MOST), happened.size());
    }

    private static List<GroupEvent> ofContainers(List<ContainerSpec> specs, List<ContainerLife> lives, Instant now) {
        List<GroupEvent> events = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            ofPull(specs.get(i).image(), lives.get(i), now, events);
            ofRuns(specs.get(i).name(), lives.get(i), now, events);
        }
        return events;
    }

    private static void ofPull(String image, ContainerLife life, Instant now, List<GroupEvent> events) {
        Instant from = life.pullFrom();
        if (from == null || from.isAfter(now)) {
            return;
        }
        Pull.Failure failure = life.conduct().pull().failure(from, now);
        int attempts = failure == null ? 1 : failure.count() + (failure.over() ? 1 : 0);
        Instant last = failure == null ? from : failure.last();
        events.add(new GroupEvent(false, "Pulling", "Pulling image \"%s\"".formatted(image), attempts, from, last));
        if (failure != null) {
            String failed = "Failed to pull image \"%s\": not found".formatted(image);
            events.add(new GroupEvent(true, "Failed", failed, failure.count(), from, last));
            events.add(new GroupEvent(
                    true, "BackOff", "Back-off pulling image \"%s\"".formatted(image), failure.count(), from, last));
        }
        if (life.start() != null) {
            events.add(GroupEvent.normal("Pulled", "Successfully pulled image \"%s\"".formatted(image), life.start()));
        }
    }

    private static void ofRuns(String name, ContainerLife life, Instant now, List<GroupEvent> events) {
        ContainerLife.Sighting sighting = life.at(now);
        Instant start = life.start();
        if (sighting == null || start == null) {
            return;
        }
        int runs = sighting.restarts() - life.before().restarts() + 1;
        Instant last = sighting.lastStart();
        events.add(new GroupEvent(false, "Created", "Created container " + name, runs, start, last));
        events.add(new GroupEvent(false, "Started", "Started container " + name, runs, start, last));
        ofReadiness(life, last, now, events);
        ofLiveness(name, life, runs, last, now, events);
        if (sighting.current() instanceof ContainerState.Waiting waiting) {
            events.add(new GroupEvent(true, "BackOff", waiting.message(), runs, last, now));
        }
    }

    private static void ofReadiness(ContainerLife life, Instant lastStart, Instant now, List<GroupEvent> events) {
        Conduct.Rhythm rhythm = life.conduct().readiness();
        if (rhythm == null) {
            return;
        }
        Duration after = life.conduct().readyAfter();
        Duration age = Duration.between(lastStart, now);
        int failed = rhythm.asked(after == null || age.compareTo(after) < 0 ? age : after);
        if (failed > 0) {
            Instant first = lastStart.plus(rhythm.first());
            Instant last = first.plus(rhythm.period().multipliedBy(failed - 1L));
            events.add(new GroupEvent(true, "Unhealthy", "Readiness probe failed", failed, first, last));
        }
    }

    private static void ofLiveness(
            String name, ContainerLife life, int runs, Instant lastStart, Instant now, List<GroupEvent> events) {
        Conduct.Unhealthy unhealthy = life.conduct().unhealthy();
        Instant start = life.start();
        if (unhealthy == null || start == null) {
            return;
        }
        boolean killed = !lastStart.plus(unhealthy.killedAfter()).isAfter(now);
        int kills = killed ? runs : runs - 1;
        Instant failing = start.plus(unhealthy.firstFailure());
        events.add(new GroupEvent(
                true,
                "Unhealthy",
                "Liveness probe failed",
                Math.max(1, kills * unhealthy.failures()),
                failing,
                kills == 0 ? failing : lastKill(unhealthy, lastStart, killed, failing)));
        if (kills > 0) {
            events.add(new GroupEvent(
                    false,
                    "Killing",
                    "Container %s failed liveness probe, will be restarted".formatted(name),
                    kills,
                    start.plus(unhealthy.killedAfter()),
                    lastKill(unhealthy, lastStart, killed, failing)));
        }
    }

    private static Instant lastKill(Conduct.Unhealthy unhealthy, Instant lastStart, boolean killed, Instant absent) {
        return killed ? lastStart.plus(unhealthy.killedAfter()) : absent.isAfter(lastStart) ? absent : lastStart;
    }
}
