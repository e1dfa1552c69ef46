package io.vnode.emulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A container group as it is at one moment. */
public final class GroupSnapshot {

    private final ContainerGroup group;
    private final Instant now;

    GroupSnapshot(ContainerGroup group, Instant now) {
        this.group = group;
        this.now = now;
    }

    /** {@code eci-…} */
    public String id() {
        return group.id();
    }

    /** What was asked for. */
    public GroupSpec spec() {
        return group.spec();
    }

    /** Where it runs. */
    public Placement placement() {
        return group.placement();
    }

    /** When it was accepted. */
    public Instant created() {
        return group.created();
    }

    /** Where it is in its life. */
    public GroupStatus status() {
        return group.statusAt(now);
    }

    /** When it ended; null while it has not. */
    public @Nullable Instant ended() {
        return status().ended() ? group.life().end() : null;
    }

    /** Its containers. */
    public List<ContainerSnapshot> containers() {
        return snapshots(group.spec().containers(), group.life()::container);
    }

    /** Its init containers. */
    public List<ContainerSnapshot> initContainers() {
        return snapshots(group.spec().initContainers(), group.life()::initContainer);
    }

    /** What has happened, oldest first. */
    public List<GroupEvent> events() {
        return GroupEvents.of(group, now);
    }

    private List<ContainerSnapshot> snapshots(List<ContainerSpec> specs, IntFunction<ContainerLife> lives) {
        List<ContainerSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            snapshots.add(new ContainerSnapshot(specs.get(i), lives.apply(i), now));
        }
        return snapshots;
    }

    /** A container or init container by name; null when there is none. */
    public @Nullable ContainerSnapshot container(String name) {
        List<ContainerSnapshot> all = new ArrayList<>(containers());
        all.addAll(initContainers());
        return all.stream()
                .filter(container -> container.spec().name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
