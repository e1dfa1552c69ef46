package io.vnode.emulator.state;

import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.journal.JournalException;
import io.vnode.emulator.journal.StateDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All container groups of the region. Whatever has become due by the clock happens when the next caller comes. Safe for use
 * by many threads; nothing waits while the lock is held.
 */
public final class ContainerGroups {

    private final Clock clock;
    private final Journal<GroupRecord> journal;
    private final Delays delays;
    private final Ids ids = new Ids();
    private final Map<String, AddressPool> pools = new LinkedHashMap<>();
    private final NavigableMap<Long, ContainerGroup> groups = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, AddressPool.Lease> leases = new HashMap<>();
    private final TokenRegister tokens = new TokenRegister();
    private final PriorityQueue<Due> dues = new PriorityQueue<>(Comparator.comparing(Due::time));
    private long lastNumber;

    /** A region without groups, which end with the process. */
    public ContainerGroups(List<VSwitch> vSwitches, Delays delays, Clock clock) {
        this(vSwitches, delays, clock, Journal.none());
    }

    private ContainerGroups(List<VSwitch> vSwitches, Delays delays, Clock clock, Journal<GroupRecord> journal) {
        this.clock = clock;
        this.journal = journal;
        this.delays = delays;
        vSwitches.forEach(vSwitch -> pools.put(vSwitch.id(), new AddressPool(vSwitch)));
    }

    /**
     * The groups that an earlier process left in this directory, and whatever is created from now on.
     *
     * @throws io.vnode.emulator.journal.JournalException when they cannot be read
     */
    public static ContainerGroups in(StateDirectory directory, List<VSwitch> vSwitches, Delays delays, Clock clock) {
        ContainerGroups groups =
                new ContainerGroups(vSwitches, delays, clock, directory.journal("container-groups", GroupRecord.class));
        groups.replay();
        return groups;
    }

    private synchronized void replay() {
        journal.replay(this::apply);
        settled();
    }

    /** Creates a group, or finds the one that the same token has created before. */
    public synchronized CreateResult create(GroupSpec spec, PlacementWish wish, @Nullable ClientToken token) {
        Instant now = settled();
        CreateResult earlier = token == null ? null : tokens.find(token, now);
        if (earlier != null) {
            return earlier;
        }
        AddressPool.Lease lease = lease(wish);
        if (lease == null) {
            return new CreateResult.NoFreeAddress();
        }
        GroupRecord.Created created = new GroupRecord.Created(
                lastNumber + 1,
                ids.next("eci"),
                spec,
                lease.vSwitch().id(),
                lease.address(),
                ids.next("eni"),
                now,
                token);
        try {
            journal.append(created);
        } catch (JournalException e) {
            lease.giveBack();
            throw e;
        }
        add(created, lease);
        journal.compactWhenLong(this::records);
        return new CreateResult.Created(created.id());
    }

    private void add(GroupRecord.Created created, AddressPool.@Nullable Lease lease) {
        ContainerGroup group = group(created);
        lastNumber = Math.max(lastNumber, group.number());
        groups.put(group.number(), group);
        numbers.put(group.id(), group.number());
        if (lease != null) {
            leases.put(group.number(), lease);
        }
        Instant end = group.life().end();
        if (end != null) {
            dues.add(new Due(end, group.number()));
            dues.add(new Due(end.plus(ContainerGroup.KEPT_AFTER_END), group.number()));
        }
        if (created.token() != null) {
            tokens.add(created.token(), group.id(), created.time());
        }
    }

    private AddressPool.@Nullable Lease lease(PlacementWish wish) {
        List<String> order = new ArrayList<>(wish.vSwitchIds());
        if (wish.spread()) {
            Collections.shuffle(order);
        }
        for (String id : order) {
            AddressPool pool = pools.get(id);
            AddressPool.Lease lease = pool == null ? null : pool.take();
            if (lease != null) {
                return lease;
            }
        }
        return null;
    }

    private ContainerGroup group(GroupRecord.Created created) {
        GroupSpec spec = created.spec();
        String address = created.address();
        List<Program> initPrograms = spec.initContainers().stream()
                .map(each -> ProgramReader.readInit(each, environment(each, address)))
                .toList();
        List<Program> programs = spec.containers().stream()
                .map(each -> ProgramReader.read(each, environment(each, address)))
                .toList();
        return new ContainerGroup(
                created.number(),
                created.id(),
                spec,
                new Placement(vSwitch(created.vSwitchId()), address, created.networkInterfaceId()),
                created.time(),
                GroupLife.plan(created.time(), delays, spec.restartPolicy(), initPrograms, programs),
                null);
    }

    private VSwitch vSwitch(String id) {
        AddressPool pool = pools.get(id);
        if (pool == null) {
            throw new IllegalStateException(
                    "a container group is in %s, which the configuration no longer has".formatted(id));
        }
        return pool.vSwitch();
    }

    private static Map<String, String> environment(ContainerSpec container, String address) {
        Map<String, String> environment = new HashMap<>();
        container
                .environment()
                .forEach(variable -> environment.put(
                        variable.key(), "status.podIP".equals(variable.fieldPath()) ? address : variable.value()));
        return environment;
    }

    /** Deletes a group; an active one is Terminating for a while unless forced. False when there is no such group. */
    public synchronized boolean delete(String id, boolean force) {
        Instant now = settled();
        ContainerGroup group = get(id);
        if (group == null) {
            return false;
        }
        Duration wait = force || group.statusAt(now).ended() ? Duration.ZERO : shorter(delays.terminating(), group);
        ContainerGroup.Deletion before = group.deletion();
        Instant gone = now.plus(wait);
        if (before == null || gone.isBefore(before.gone())) {
            GroupRecord.Deleted deleted = new GroupRecord.Deleted(id, before == null ? now : before.asked(), gone);
            journal.append(deleted);
            end(deleted);
            settled();
            journal.compactWhenLong(this::records);
        }
        return true;
    }

    private void end(GroupRecord.Deleted deleted) {
        ContainerGroup group = get(deleted.id());
        if (group != null) {
            groups.put(group.number(), group.deleted(new ContainerGroup.Deletion(deleted.asked(), deleted.gone())));
            dues.add(new Due(deleted.gone(), group.number()));
        }
    }

    private void apply(GroupRecord record) {
        switch (record) {
            case GroupRecord.Created created -> {
                AddressPool pool = pools.get(created.vSwitchId());
                add(created, pool == null ? null : pool.retake(created.address()));
            }
            case GroupRecord.Deleted deleted -> end(deleted);
            case GroupRecord.TokenUsed(var token, var id, var time) -> tokens.add(token, id, time);
            case GroupRecord.Counted(var number) -> lastNumber = number;
        }
    }

    /** Everything that is there, as records that make it again. */
    private Stream<GroupRecord> records() {
        Stream<GroupRecord> before = Stream.concat(Stream.of(new GroupRecord.Counted(lastNumber)), tokens.all());
        return Stream.concat(before, groups.values().stream().flatMap(ContainerGroups::records));
    }

    private static Stream<GroupRecord> records(ContainerGroup group) {
        Placement placement = group.placement();
        GroupRecord created = new GroupRecord.Created(
                group.number(),
                group.id(),
                group.spec(),
                placement.vSwitch().id(),
                placement.address(),
                placement.networkInterfaceId(),
                group.created(),
                null);
        ContainerGroup.Deletion deletion = group.deletion();
        return deletion == null
                ? Stream.of(created)
                : Stream.of(created, new GroupRecord.Deleted(group.id(), deletion.asked(), deletion.gone()));
    }

    private static Duration shorter(Duration delay, ContainerGroup group) {
        Duration grace = group.spec().terminationGrace();
        return grace.compareTo(delay) < 0 ? grace : delay;
    }

    /** A group by its id; null when there is none. */
    public synchronized @Nullable GroupSnapshot find(String id) {
        Instant now = settled();
        ContainerGroup group = get(id);
        return group == null ? null : new GroupSnapshot(group, now);
    }

    /** All groups, oldest first. */
    public List<GroupSnapshot> all() {
        return page(_ -> true, 0, Integer.MAX_VALUE).groups();
    }

    /** The groups that match, in the order of their creation, from behind a position on. */
    public synchronized GroupPage page(Predicate<GroupSnapshot> filter, long after, int limit) {
        Instant now = settled();
        List<GroupSnapshot> page = new ArrayList<>();
        int total = 0;
        long last = after;
        boolean more = false;
        for (ContainerGroup group : groups.values()) {
            GroupSnapshot snapshot = new GroupSnapshot(group, now);
            if (!filter.test(snapshot)) {
                continue;
            }
            total++;
            if (group.number() > after) {
                if (page.size() < limit) {
                    page.add(snapshot);
                    last = group.number();
                } else {
                    more = true;
                }
            }
        }
        return new GroupPage(page, total, more ? last : null);
    }

    /** How many addresses of a vSwitch are free. */
    public synchronized int freeAddresses(String vSwitchId) {
        settled();
        AddressPool pool = pools.get(vSwitchId);
        return pool == null ? 0 : pool.free();
    }

    private @Nullable ContainerGroup get(String id) {
        Long number = numbers.get(id);
        return number == null ? null : groups.get(number);
    }

    /** Lets everything happen that is due, and tells the time that was taken for it. */
    private Instant settled() {
        Instant now = clock.instant();
        for (Due due = dues.peek(); due != null && !due.time().isAfter(now); due = dues.peek()) {
            dues.remove();
            ContainerGroup group = groups.get(due.number());
            if (group != null) {
                settle(group, now);
            }
        }
        return now;
    }

    private void settle(ContainerGroup group, Instant now) {
        AddressPool.Lease lease = group.releasedAt(now) ? leases.remove(group.number()) : null;
        if (lease != null) {
            lease.giveBack();
        }
        if (group.forgottenAt(now)) {
            groups.remove(group.number());
            numbers.remove(group.id());
        }
    }

    /** A moment at which something happens to a group. */
    private record Due(Instant time, long number) {}
}
