package io.vnode.eci.pvtz;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.Fields;
import io.vnode.eci.sdk.Listing;
import io.vnode.eci.sdk.ProductCalls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What vnode asks of PrivateZone. Every method throws {@link EciException} when there is no good answer. Nothing that changes is
 * repeated when its answer is lost: {@link EciException#outcomeUnknown()} says so.
 */
public final class PrivateZoneClient implements AutoCloseable {

    private static final Listing<Zone> ZONES =
            new Listing<>("DescribeZones", "Zones", "Zone", "TotalItems", 100, Zone::read, Zone::id);

    private static final Listing<ZoneRecord> RECORDS = new Listing<>(
            "DescribeZoneRecords",
            "Records",
            "Record",
            "TotalItems",
            100,
            ZoneRecord::read,
            entry -> Long.toString(entry.id()));

    private final ProductCalls calls;

    private PrivateZoneClient(ProductCalls calls) {
        this.calls = calls;
    }

    /** A client; nothing is sent yet. */
    public static PrivateZoneClient create(
            EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new PrivateZoneClient(ProductCalls.open(Product.PVTZ, endpoint, credentials, options));
    }

    /** Lists all zones of the account. */
    public List<Zone> describeZones() {
        return calls.list(ZONES, Map.of());
    }

    /** Adds a zone, known nowhere yet. */
    public Zone addZone(String zoneName) {
        return calls.change(
                "AddZone", Map.of("ZoneName", zoneName), answer -> new Zone(answer.text("ZoneId"), zoneName));
    }

    /** Deletes a zone, which must be bound to no VPC any more; says whether there was one. */
    public boolean deleteZone(String zoneId) {
        return remove("DeleteZone", Map.of("ZoneId", zoneId));
    }

    /** The VPCs in which a zone's names are known. */
    public List<BoundVpc> boundVpcs(String zoneId) {
        return calls.read("DescribeZoneInfo", Map.of("ZoneId", zoneId), answer -> {
            Fields bound = answer.object("BindVpcs");
            return bound == null ? List.of() : List.copyOf(bound.list("Vpc", BoundVpc::read));
        });
    }

    /** Makes a zone's names known in exactly these VPCs, and unknown in all others. */
    public void bindZoneVpc(String zoneId, Collection<BoundVpc> vpcs) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("ZoneId", zoneId);
        int number = 0;
        for (BoundVpc vpc : vpcs) {
            number++;
            parameters.put("Vpcs.%d.RegionId".formatted(number), vpc.regionId());
            parameters.put("Vpcs.%d.VpcId".formatted(number), vpc.vpcId());
        }
        calls.change("BindZoneVpc", parameters, answer -> true);
    }

    /** Lists all records of a zone. */
    public List<ZoneRecord> describeZoneRecords(String zoneId) {
        return calls.list(RECORDS, Map.of("ZoneId", zoneId));
    }

    /**
     * Adds a record.
     *
     * @param host the name without the zone's
     * @param type {@code A}, {@code CNAME} and so on
     * @param value what the name is to stand for
     * @param timeToLive how long others may remember it, in seconds
     * @return the record's id
     */
    public long addZoneRecord(String zoneId, String host, String type, String value, int timeToLive) {
        return calls.change(
                "AddZoneRecord",
                Map.of("ZoneId", zoneId, "Rr", host, "Type", type, "Value", value, "Ttl", timeToLive),
                ZoneRecord::id);
    }

    /** Makes a record say something else. */
    public void updateZoneRecord(ZoneRecord changed) {
        calls.change(
                "UpdateZoneRecord",
                Map.of(
                        "RecordId", changed.id(),
                        "Rr", changed.host(),
                        "Type", changed.type(),
                        "Value", changed.value(),
                        "Ttl", changed.timeToLive()),
                answer -> true);
    }

    /** Deletes a record; says whether there was one. */
    public boolean deleteZoneRecord(long recordId) {
        return remove("DeleteZoneRecord", Map.of("RecordId", recordId));
    }

    private boolean remove(String action, Map<String, ?> parameters) {
        try {
            return calls.change(action, parameters, answer -> true);
        } catch (EciException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
