package io.vnode.emulator.state;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which container groups there are, and what becomes due for them: resources given back, records forgotten, spot prices
 * compared. Its owner guards it with a lock.
 */
final class GroupRegister {

    /** Stands for the phases of a group whose life is not laid out yet. */
    static final Phases UNPLANNED =
            new Phases(Instant.MAX, GroupStatus.PENDING, Instant.MAX, null, null, GroupStatus.FAILED);

    /** How many old records are kept. */
    static final int OLD_RECORDS = 100;

    private final Resources resources;
    private final BiConsumer<ContainerGroup, Instant> reclaim;
    private final NavigableMap<Long, ContainerGroup> groups = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparing(Due::time).thenComparing(Due::number));
    private final Deque<Long> old = new ArrayDeque<>(); // in the order in which they became old
    private long lastNumber;
    private boolean replaying;

    /** A register that tells its owner which group the spot market takes back, and when. */
    GroupRegister(Resources resources, BiConsumer<ContainerGroup, Instant> reclaim) {
        this.resources = resources;
        this.reclaim = reclaim;
    }

    Resources resources() {
        return resources;
    }

    /** While the past is played again, the spot market takes nothing back: what it took is written down. */
    void replaying(boolean now) {
        replaying = now;
    }

    long lastNumber() {
        return lastNumber;
    }

    void count(long number) {
        lastNumber = Math.max(lastNumber, number);
    }

    /** All groups, oldest first. */
    Collection<ContainerGroup> all() {
        return groups.values();
    }

    @Nullable
    ContainerGroup get(String id) {
        Long number = numbers.get(id);
        return number == null ? null : groups.get(number);
    }

    /** Adds a group, or puts it in the place of what it was before. */
    void put(ContainerGroup group) {
        count(group.number());
        ContainerGroup before = groups.put(group.number(), group);
        numbers.put(group.id(), group.number());
        if (group.deletion() != null) {
            dues.add(new Due(group.deletion().gone(), group.number()));
            return;
        }
        Instant end = group.phases().end();
        Instant whenOld = group.old();
        if (end != null && whenOld != null && (before == null || !group.phases().equals(before.phases()))) {
            dues.add(new Due(end, group.number()));
            dues.add(new Due(whenOld, group.number()));
        }
        Spot spot = group.spec().terms().spot();
        if (before == null && spot != null && spot.priceLimit() != null) {
            dues.add(new Due(spot.nextCheck(group.created(), group.created()), group.number()));
        }
    }

    void remove(String id) {
        ContainerGroup group = get(id);
        if (group != null) {
            giveBack(group);
            groups.remove(group.number());
            numbers.remove(id);
            old.remove(group.number());
        }
    }

    private void giveBack(ContainerGroup group) {
        if (group.holding() != null) {
            resources.giveBack(group.holding(), group.spec().terms());
            groups.put(group.number(), group.released());
        }
    }

    /** Lets everything happen that is due. */
    void settle(Instant now) {
        for (Due due = dues.peek(); due != null && !due.time().isAfter(now); due = dues.peek()) {
            dues.remove();
            ContainerGroup group = groups.get(due.number());
            if (group != null) {
                settle(group, due.time(), now);
            }
        }
    }

    private void settle(ContainerGroup group, Instant time, Instant now) {
        if (group.goneAt(time)) {
            remove(group.id());
            return;
        }
        if (group.releasedAt(time)) {
            giveBack(group);
        }
        Instant whenOld = group.old();
        if (whenOld != null && !time.isBefore(whenOld)) {
            grownOld(group);
        } else if (isDear(group, time)) {
            comparePrice(group, time, now);
        }
    }

    private void grownOld(ContainerGroup group) {
        if (group.phases().outcome() == GroupStatus.SCHEDULE_FAILED) {
            remove(group.id());
            return;
        }
        if (!old.contains(group.number())) {
            old.addLast(group.number());
        }
        while (old.size() > OLD_RECORDS) {
            ContainerGroup oldest = groups.get(old.getFirst());
            if (oldest == null) {
                old.removeFirst();
            } else {
                remove(oldest.id());
            }
        }
    }

    private boolean isDear(ContainerGroup group, Instant time) {
        Spot spot = group.spec().terms().spot();
        return spot != null
                && spot.priceLimit() != null
                && group.deletion() == null
                && !group.reclaimed()
                && !group.statusAt(time).ended();
    }

    private void comparePrice(ContainerGroup group, Instant time, Instant now) {
        Spot spot = group.spec().terms().spot();
        if (spot == null) {
            return;
        }
        boolean tooEarly = replaying || time.isBefore(group.created().plus(spot.protectedTime()));
        if (tooEarly || spot.affords(resources.prices().spot(group.spec().size()))) {
            dues.add(new Due(spot.nextCheck(group.created(), now), group.number()));
        } else {
            reclaim.accept(group, time);
        }
    }

    /** A moment at which something happens to a group. */
    private record Due(Instant time, long number) {}
}
