package io.vnode.emulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the story of a container group, from its planned life, up to a moment. */
final class GroupEvents {

    private GroupEvents() {}

    static List<GroupEvent> of(ContainerGroup group, Instant now) {
        List<GroupEvent> events = new ArrayList<>();
        GroupLife life = group.life();
        for (int i = 0; i < group.spec().initContainers().size(); i++) {
            ofContainer(group.spec().initContainers().get(i), life.initContainer(i), life, now, events);
        }
        for (int i = 0; i < group.spec().containers().size(); i++) {
            ofContainer(group.spec().containers().get(i), life.container(i), life, now, events);
        }
        ContainerGroup.Deletion deletion = group.deletion();
        if (deletion != null) {
            events.add(GroupEvent.normal("Killing", "Stopping the container group", deletion.asked()));
        }
        return events.stream()
                .filter(event -> !event.first().isAfter(now))
                .sorted(Comparator.comparing(GroupEvent::first))
                .toList();
    }

    private static void ofContainer(
            ContainerSpec spec, ContainerLife life, GroupLife group, Instant now, List<GroupEvent> events) {
        String image = spec.image();
        events.add(GroupEvent.normal("Pulling", "Pulling image \"%s\"".formatted(image), group.scheduled()));
        events.add(GroupEvent.normal("Pulled", "Successfully pulled image \"%s\"".formatted(image), group.pulled()));
        ContainerLife.Sighting sighting = life.at(now);
        Instant start = life.start();
        if (sighting == null || start == null) {
            return;
        }
        int runs = sighting.restarts() + 1;
        Instant last = sighting.lastStart();
        events.add(new GroupEvent(false, "Created", "Created container " + spec.name(), runs, start, last));
        events.add(new GroupEvent(false, "Started", "Started container " + spec.name(), runs, start, last));
        if (sighting.current() instanceof ContainerState.Waiting waiting) {
            events.add(new GroupEvent(true, "BackOff", waiting.message(), runs, last, now));
        }
    }
}
