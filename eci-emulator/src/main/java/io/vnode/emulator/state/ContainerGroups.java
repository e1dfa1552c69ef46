package io.vnode.emulator.state;

import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.journal.JournalException;
import io.vnode.emulator.journal.StateDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All container groups of the region. Whatever has become due by the clock happens when the next caller comes. Safe for use
 * by many threads; nothing waits while the lock is held, but for a record to be written.
 */
public final class ContainerGroups {

    private final Clock clock;
    private final LifePlanner planner;
    private final Offer offer;
    private final Journal<GroupRecord> journal;
    private final Ids ids = new Ids();
    private final SpecPool pool = new SpecPool();
    private final TokenRegister tokens = new TokenRegister();
    private final GroupRegister register;

    /** A region without groups, which end with the process. */
    public ContainerGroups(List<VSwitch> vSwitches, Delays delays, Clock clock) {
        this(vSwitches, delays, Images.AT_ONCE, Offer.PLENTY, clock);
    }

    /** A region without groups, which end with the process, and with what it has to offer. */
    public ContainerGroups(List<VSwitch> vSwitches, Delays delays, Images images, Offer offer, Clock clock) {
        this(vSwitches, delays, images, offer, clock, Journal.none());
    }

    private ContainerGroups(
            List<VSwitch> vSwitches,
            Delays delays,
            Images images,
            Offer offer,
            Clock clock,
            Journal<GroupRecord> journal) {
        this.clock = clock;
        this.journal = journal;
        this.planner = new LifePlanner(delays, images);
        this.offer = offer;
        this.register = new GroupRegister(new Resources(vSwitches, offer), this::reclaimDear);
    }

    /**
     * The groups that an earlier process left in this directory, and whatever is created from now on.
     *
     * @throws JournalException when they cannot be read
     */
    public static ContainerGroups in(
            StateDirectory directory, List<VSwitch> vSwitches, Delays delays, Images images, Offer offer, Clock clock) {
        ContainerGroups groups = new ContainerGroups(
                vSwitches, delays, images, offer, clock, directory.journal("container-groups", GroupRecord.class));
        groups.replay();
        return groups;
    }

    private synchronized void replay() {
        register.replaying(true);
        journal.replay(this::replay);
        register.replaying(false);
        settled();
    }

    private void replay(GroupRecord record) {
        if (record instanceof GroupRecord.Created created) {
            register.settle(created.time()); // what it got may have been somebody else's before
        }
        apply(record);
    }

    /** Creates a group, or finds the one that the same token has created before. */
    public synchronized CreateResult create(GroupSpec spec, PlacementWish wish, @Nullable ClientToken token) {
        Instant now = settled();
        CreateResult earlier = token == null ? null : tokens.find(token, now);
        if (earlier != null) {
            return earlier;
        }
        return switch (register.resources().claim(wish, spec.terms())) {
            case Resources.Claim.Refused(CreateResult.NoStock _)
            when offer.refusesLater() -> accept(spec, wish, token, null);
            case Resources.Claim.Refused(var reason) -> reason;
            case Resources.Claim.Granted(var holding) -> accept(spec, wish, token, holding);
        };
    }

    private CreateResult accept(
            GroupSpec spec, PlacementWish wish, @Nullable ClientToken token, @Nullable Holding holding) {
        GroupSpec bought = spec.boughtAs(holding == null ? wish.capacities().getFirst() : holding.capacity());
        GroupRecord.Created created = new GroupRecord.Created(
                register.lastNumber() + 1,
                ids.next("eci"),
                bought,
                holding == null
                        ? wish.vSwitchIds().getFirst()
                        : holding.lease().vSwitch().id(),
                holding == null ? "" : holding.lease().vSwitch().zoneId(),
                holding == null ? "" : holding.lease().address(),
                holding == null,
                clock.instant(),
                token);
        try {
            journal.append(created);
        } catch (JournalException e) {
            if (holding != null) {
                register.resources().giveBack(holding, bought.terms());
            }
            throw e;
        }
        add(created, holding);
        journal.compactWhenLong(this::records);
        return new CreateResult.Created(created.id());
    }

    private void add(GroupRecord.Created created, @Nullable Holding holding) {
        ContainerGroup group = new ContainerGroup(
                created.number(),
                created.id(),
                pool.shared(created.spec()),
                new Placement(register.resources().vSwitch(created.vSwitchId(), created.zoneId()), created.address()),
                created.time(),
                created.noStock(),
                List.of(),
                GroupRegister.UNPLANNED,
                holding,
                null);
        register.put(group.planned(planner));
        if (created.token() != null) {
            tokens.add(created.token(), group.id(), created.time());
        }
    }

    /** Deletes a group; an active one is Terminating for a while unless forced. */
    public synchronized ChangeResult delete(String id, boolean force) {
        Instant now = settled();
        ContainerGroup group = register.get(id);
        if (group == null) {
            return ChangeResult.UNKNOWN;
        }
        GroupStatus status = group.statusAt(now);
        if (!force && (status == GroupStatus.RESTARTING || status == GroupStatus.UPDATING)) {
            return ChangeResult.WRONG_STATUS;
        }
        Instant gone = now.plus(force || status.ended() ? Duration.ZERO : planner.stopping(group.spec()));
        ContainerGroup.Deletion before = group.deletion();
        if (before == null || gone.isBefore(before.gone())) {
            write(new GroupRecord.Deleted(id, before == null ? now : before.asked(), gone));
        }
        return ChangeResult.ACCEPTED;
    }

    /** Stops all containers of a group and starts them again; once for each token. */
    public synchronized ChangeResult restart(String id, @Nullable ClientToken token) {
        Instant now = settled();
        ContainerGroup group = register.get(id);
        if (group == null) {
            return ChangeResult.UNKNOWN;
        }
        return change(group, new Change.Restarted(now), token);
    }

    /** Makes a group something else, all but its size; once for each token. */
    public synchronized ChangeResult update(String id, GroupSpec spec, @Nullable ClientToken token) {
        Instant now = settled();
        ContainerGroup group = register.get(id);
        if (group == null) {
            return ChangeResult.UNKNOWN;
        }
        return change(group, new Change.Updated(now, pool.shared(spec)), token);
    }

    private ChangeResult change(ContainerGroup group, Change change, @Nullable ClientToken token) {
        CreateResult earlier = token == null ? null : tokens.find(token, change.time());
        if (earlier != null) {
            return earlier instanceof CreateResult.Created ? ChangeResult.ACCEPTED : ChangeResult.TOKEN_MISMATCH;
        }
        if (!group.statusAt(change.time()).changeable()) {
            return ChangeResult.WRONG_STATUS;
        }
        if (change instanceof Change.Updated updated && updated.spec().equals(group.spec())) {
            return ChangeResult.NOTHING_NEW;
        }
        write(new GroupRecord.Changed(group.id(), change, token));
        return ChangeResult.ACCEPTED;
    }

    /** Lets the spot market take a group back after its notice, whatever it pays and however new it is. */
    public synchronized ChangeResult reclaim(String id) {
        Instant now = settled();
        ContainerGroup group = register.get(id);
        if (group == null) {
            return ChangeResult.UNKNOWN;
        }
        boolean possible = group.spec().terms().spot() != null
                && group.deletion() == null
                && !group.reclaimed()
                && !group.statusAt(now).ended();
        if (possible) {
            write(new GroupRecord.Changed(id, new Change.Reclaimed(now, now.plus(Spot.NOTICE)), null));
        }
        return possible ? ChangeResult.ACCEPTED : ChangeResult.WRONG_STATUS;
    }

    /** Takes a group back that pays less than the market asks, found at one of the market's checks. */
    private void reclaimDear(ContainerGroup group, Instant time) {
        write(new GroupRecord.Changed(group.id(), new Change.Reclaimed(time, time.plus(Spot.NOTICE)), null));
    }

    /** Lets a group disappear without a trace, as though it had never been. False when there is none. */
    public synchronized boolean vanish(String id) {
        settled();
        boolean there = register.get(id) != null;
        if (there) {
            write(new GroupRecord.Vanished(id));
        }
        return there;
    }

    private void write(GroupRecord record) {
        journal.append(record);
        apply(record);
        settled();
        journal.compactWhenLong(this::records);
    }

    private void apply(GroupRecord record) {
        switch (record) {
            case GroupRecord.Created created ->
                add(created, register.resources().retake(created));
            case GroupRecord.Changed(var id, var change, var token) -> {
                if (token != null) {
                    tokens.add(token, id, change.time());
                }
                ContainerGroup group = register.get(id);
                if (group != null) {
                    register.put(group.changed(change, planner));
                }
            }
            case GroupRecord.Deleted(var id, var asked, var gone) -> {
                ContainerGroup group = register.get(id);
                if (group != null) {
                    register.put(group.deleted(new ContainerGroup.Deletion(asked, gone)));
                }
            }
            case GroupRecord.Vanished(var id) -> register.remove(id);
            case GroupRecord.TokenUsed(var token, var id, var time) -> tokens.add(token, id, time);
            case GroupRecord.Counted(var number) -> register.count(number);
        }
    }

    /** Everything that is there, as records that make it again. */
    private Stream<GroupRecord> records() {
        return Stream.of(
                        Stream.of(new GroupRecord.Counted(register.lastNumber())),
                        tokens.all(),
                        register.all().stream().flatMap(GroupRecord::of))
                .flatMap(each -> each);
    }

    /** A group by its id; null when there is none. */
    public synchronized @Nullable GroupSnapshot find(String id) {
        Instant now = settled();
        ContainerGroup group = register.get(id);
        return group == null ? null : snapshot(group, now);
    }

    /** The groups with these ids, as far as there are any, in the order of their creation. */
    public synchronized List<GroupSnapshot> find(Collection<String> wanted) {
        Instant now = settled();
        return wanted.stream()
                .distinct()
                .map(register::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(ContainerGroup::number))
                .map(group -> snapshot(group, now))
                .toList();
    }

    private GroupSnapshot snapshot(ContainerGroup group, Instant now) {
        return new GroupSnapshot(group, planner, register.resources().prices(), now);
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
        for (ContainerGroup group : register.all()) {
            GroupSnapshot snapshot = snapshot(group, now);
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
        return register.resources().freeAddresses(vSwitchId);
    }

    /** The limited stocks and what is left of them. */
    public synchronized List<StockLevel> stock() {
        settled();
        return register.resources().stock().levels();
    }

    /** Whether a zone has at least one of these left. */
    public synchronized boolean inStock(String zoneId, Capacity capacity) {
        settled();
        return register.resources().stock().has(zoneId, capacity);
    }

    /** Limits a stock from now on; what is sold already stays sold. */
    public synchronized void limitStock(StockLimit limit) {
        settled();
        register.resources().stock().limit(limit);
    }

    /** Makes a stock endless, whatever the limit's count says. */
    public synchronized void liftStockLimit(StockLimit limit) {
        settled();
        register.resources().stock().lift(limit);
    }

    /** What the region sells. */
    public Offer offer() {
        return offer;
    }

    /** How many vCPU all groups have together. */
    public synchronized double usedCpu() {
        settled();
        return register.resources().usedCpu();
    }

    /** What things cost at present. */
    public synchronized Prices prices() {
        return register.resources().prices();
    }

    /** Sets what the spot market asks for each vCPU an hour. Groups that pay less are taken back at their next check. */
    public synchronized void spotPrice(double cpuHour) {
        settled();
        register.resources().prices(register.resources().prices().withSpot(cpuHour));
    }

    private Instant settled() {
        Instant now = clock.instant();
        register.settle(now);
        return now;
    }
}
