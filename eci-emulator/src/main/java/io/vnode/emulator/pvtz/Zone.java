package io.vnode.emulator.pvtz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A zone with its records and the VPCs that see it.
 *
 * @param name such as {@code cluster.local}
 */
record Zone(
        String id,
        String name,
        String remark,
        String proxyPattern,
        Instant created,
        Instant updated,
        List<DnsRecord> records,
        List<Binding> bindings) {

    Zone {
        records = List.copyOf(records);
        bindings = List.copyOf(bindings);
    }

    Zone withRecord(DnsRecord record, Instant now) {
        List<DnsRecord> changed = new ArrayList<>(without(record.id()));
        changed.add(record);
        return new Zone(id, name, remark, proxyPattern, created, now, changed, bindings);
    }

    Zone withoutRecord(long recordId, Instant now) {
        return new Zone(id, name, remark, proxyPattern, created, now, without(recordId), bindings);
    }

    Zone boundTo(List<Binding> changed, Instant now) {
        return new Zone(id, name, remark, proxyPattern, created, now, records, changed);
    }

    private List<DnsRecord> without(long recordId) {
        return records.stream().filter(each -> each.id() != recordId).toList();
    }

    /** One record of a zone. */
    record DnsRecord(
            long id, String rr, String type, String value, int ttl, int priority, String remark, Instant created) {

        boolean sameAs(DnsRecord other) {
            return rr.equals(other.rr) && type.equals(other.type) && value.equals(other.value);
        }
    }

    /** A VPC that sees a zone. */
    record Binding(String regionId, String vpcId) {}
}
