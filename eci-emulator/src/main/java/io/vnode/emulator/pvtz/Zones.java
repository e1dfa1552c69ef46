package io.vnode.emulator.pvtz;

import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.pvtz.Zone.DnsRecord;
import io.vnode.emulator.wire.ApiException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All zones of the account, in the order of their creation. Safe for use by many threads. */
public final class Zones {

    private final Journal<Change> journal;
    private final Map<Long, Zone> zones = new TreeMap<>();
    private long lastNumber;

    /** The zones as they were left. */
    public Zones(Journal<Change> journal) {
        this.journal = journal;
        journal.replay(this::apply);
    }

    private void apply(Change change) {
        switch (change) {
            case Change.Put(long number, Zone zone) -> zones.put(number, zone);
            case Change.Removed(long number) -> zones.remove(number);
            case Change.Numbered(long number) -> lastNumber = Math.max(lastNumber, number);
        }
    }

    private void record(Change change) {
        journal.append(change);
        apply(change);
        journal.compactWhenLong(() -> Stream.concat(
                Stream.of(new Change.Numbered(lastNumber)),
                zones.entrySet().stream().map(each -> new Change.Put(each.getKey(), each.getValue()))));
    }

    /** A number that was never given out before. */
    synchronized long next() {
        record(new Change.Numbered(lastNumber + 1));
        return lastNumber;
    }

    synchronized void add(long number, Zone zone) {
        record(new Change.Put(number, zone));
    }

    synchronized List<Zone> all() {
        return List.copyOf(zones.values());
    }

    synchronized Zone existing(String id) {
        return entry(id).getValue();
    }

    private Map.Entry<Long, Zone> entry(String id) {
        return zones.entrySet().stream()
                .filter(each -> each.getValue().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        400, "Zone.NotExists", "The specified zone does not exist: '%s'.".formatted(id)));
    }

    /** Changes a zone; nothing changes when the change throws. */
    synchronized Zone change(String id, UnaryOperator<Zone> change) {
        Map.Entry<Long, Zone> entry = entry(id);
        Zone changed = change.apply(entry.getValue());
        record(new Change.Put(entry.getKey(), changed));
        return changed;
    }

    synchronized void remove(String id) {
        Map.Entry<Long, Zone> entry = entry(id);
        if (!entry.getValue().bindings().isEmpty()) {
            throw new ApiException(400, "Zone.VpcExists", "The zone is still bound to a VPC: '%s'.".formatted(id));
        }
        record(new Change.Removed(entry.getKey()));
    }

    /** The zone that has a record. */
    synchronized Zone zoneOf(long recordId) {
        return zones.values().stream()
                .filter(zone -> zone.records().stream().anyMatch(each -> each.id() == recordId))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        400, "Record.NotExists", "The specified record does not exist: %d.".formatted(recordId)));
    }

    /** A record of a zone must be there. */
    static DnsRecord record(Zone zone, long recordId) {
        return zone.records().stream()
                .filter(each -> each.id() == recordId)
                .findFirst()
                .orElseThrow();
    }

    /** What the journal keeps. */
    public sealed interface Change {

        /** A zone is there, or is different. */
        record Put(long number, Zone zone) implements Change {}

        /** A zone is gone. */
        record Removed(long number) implements Change {}

        /** Numbers up to this one were given out. */
        record Numbered(long number) implements Change {}
    }
}
