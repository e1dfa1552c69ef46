package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container group as it is at one moment. Not safe for use by several threads. */
public final class GroupSnapshot {

    private final ContainerGroup group;
    private final LifePlanner planner;
    private final Prices prices;
    private final Instant now;
    private @Nullable GroupLife life;

    GroupSnapshot(ContainerGroup group, LifePlanner planner, Prices prices, Instant now) {
        this.group = group;
        this.planner = planner;
        this.prices = prices;
        this.now = now;
    }

    /** {@code eci-…} */
    public String id() {
        return group.id();
    }

    /** Its position in listings, which go by the order of creation. */
    public long position() {
        return group.number();
    }

    /** What it is to be. */
    public GroupSpec spec() {
        return group.spec();
    }

    /** Where it runs. */
    public Placement placement() {
        return group.placement();
    }

    /** {@code eni-…} */
    public String networkInterfaceId() {
        return "eni-" + group.id().substring(group.id().indexOf('-') + 1);
    }

    /** Its public address; empty when it has none. */
    public String internetAddress() {
        GroupSpec.Terms terms = spec().terms();
        boolean bound = terms.autoCreateEip() || terms.eipInstanceId() != null;
        if (!bound || !active()) {
            return "";
        }
        long seed = terms.eipInstanceId() == null
                ? group.number()
                : terms.eipInstanceId().hashCode();
        return "47.%d.%d.%d".formatted(terms.eipInstanceId() == null ? 96 : 97, (seed >>> 8) & 255, seed & 255);
    }

    /** Its IPv6 address; empty when it has none. */
    public String ipv6Address() {
        return spec().terms().ipv6() && active()
                ? "2408:4005:300::"
                        + HexFormat.of().toHexDigits((int) group.number()).replaceFirst("(....)(....)", "$1:$2")
                : "";
    }

    private boolean active() {
        GroupStatus status = status();
        return status != GroupStatus.SCHEDULING && !status.ended();
    }

    /** When it was accepted. */
    public Instant created() {
        return group.created();
    }

    /** How long ago that was. */
    public Duration age() {
        return Duration.between(group.created(), now);
    }

    /** Where it is in its life. */
    public GroupStatus status() {
        return group.statusAt(now);
    }

    /** When resources were found for it; null while they were not. */
    public @Nullable Instant scheduled() {
        Instant scheduled = group.phases().scheduled();
        return group.noStock() || scheduled.isAfter(now) ? null : scheduled;
    }

    /** When it ended; null while it has not. */
    public @Nullable Instant ended() {
        return status().ended() ? group.phases().end() : null;
    }

    /** Whether something has happened to it lately. */
    public boolean changedWithin(Duration time) {
        Instant limit = now.minus(time);
        return !group.created().isBefore(limit)
                || (group.deletion() != null && !group.deletion().asked().isBefore(limit))
                || events().stream().anyMatch(event -> !event.last().isBefore(limit))
                || (ended() != null && !ended().isBefore(limit));
    }

    /** What it costs an hour, in CNY; 0 when it costs nothing at present. */
    public double pricePerHour() {
        if (!status().billed()) {
            return 0;
        }
        Size size = spec().size();
        return spec().terms().spot() == null ? prices.payAsYouGo(size) : prices.spot(size);
    }

    /** Its containers. */
    public List<ContainerSnapshot> containers() {
        return snapshots(
                life().spec().containers(),
                life().containers(),
                !life().initContainers().isEmpty());
    }

    /** Its init containers. */
    public List<ContainerSnapshot> initContainers() {
        return snapshots(life().spec().initContainers(), life().initContainers(), true);
    }

    /** What has happened lately, oldest first. */
    public List<GroupEvent> events() {
        return GroupEvents.of(life(), group.deletion(), now);
    }

    private GroupLife life() {
        if (life == null) {
            life = planner.life(group);
        }
        return life;
    }

    private List<ContainerSnapshot> snapshots(
            List<ContainerSpec> specs, List<ContainerLife> lives, boolean behindOthers) {
        List<ContainerSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            snapshots.add(new ContainerSnapshot(specs.get(i), lives.get(i), behindOthers, now));
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
