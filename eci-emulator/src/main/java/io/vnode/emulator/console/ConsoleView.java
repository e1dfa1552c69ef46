package io.vnode.emulator.console;

import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.fault.PlannedFault;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.StockLevel;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.CallLog;
import io.vnode.emulator.wire.RecordedCall;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page shows, looked up once.
 *
 * @param query what the person wants to see
 * @param region where the groups are
 * @param now the time by the emulator's clock
 * @param counts how many groups there are in each state
 * @param pricePerHour what all groups together cost
 * @param lines the groups of this part of the list, newest first
 * @param matching how many groups the list has as a whole
 * @param free free addresses by vSwitch
 * @param stock what the zones have left to sell, where that is limited
 * @param faults what goes wrong on purpose
 * @param calls the newest ones, newest first
 * @param totalCalls how many there were
 */
record ConsoleView(
        ConsoleQuery query,
        Region region,
        Instant now,
        Map<GroupStatus, Integer> counts,
        double pricePerHour,
        List<GroupLine> lines,
        int matching,
        Map<VSwitch, Integer> free,
        List<StockLevel> stock,
        List<PlannedFault> faults,
        List<RecordedCall> calls,
        long totalCalls) {

    /** How many groups one page has; a browser should not have to draw twenty thousand every two seconds. */
    static final int PAGE_LENGTH = 200;

    private static final int NEWEST_CALLS = 15;

    /** Where a view comes from. */
    record Source(Region region, ContainerGroups groups, FaultPlan faults, CallLog calls, Clock clock) {

        ConsoleView look(ConsoleQuery query) {
            Instant now = clock.instant();
            Map<GroupStatus, Integer> counts = new EnumMap<>(GroupStatus.class);
            List<GroupSnapshot> matching = new ArrayList<>();
            double price = 0;
            for (GroupSnapshot group : groups.all()) {
                GroupStatus status = group.status();
                counts.merge(status, 1, Integer::sum);
                price += group.pricePerHour();
                if (query.status() == null || query.status() == status) {
                    matching.add(group);
                }
            }
            return new ConsoleView(
                    query,
                    region,
                    now,
                    counts,
                    price,
                    matching.reversed().stream()
                            .skip((query.page() - 1L) * PAGE_LENGTH)
                            .limit(PAGE_LENGTH)
                            .map(GroupLine::of)
                            .toList(),
                    matching.size(),
                    freeAddresses(),
                    groups.stock(),
                    faults.planned(),
                    newestCalls(),
                    calls.counts().values().stream().mapToLong(Long::longValue).sum());
        }

        private Map<VSwitch, Integer> freeAddresses() {
            Map<VSwitch, Integer> free = new LinkedHashMap<>();
            region.vSwitches().forEach(vSwitch -> free.put(vSwitch, groups.freeAddresses(vSwitch.id())));
            return free;
        }

        private List<RecordedCall> newestCalls() {
            List<RecordedCall> all = calls.all();
            return all.subList(Math.max(0, all.size() - NEWEST_CALLS), all.size())
                    .reversed();
        }
    }

    int groups() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int pages() {
        return Math.max(1, (matching + PAGE_LENGTH - 1) / PAGE_LENGTH);
    }
}
