package io.vnode.emulator.pvtz;

import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.matching;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.pvtz.Zone.DnsRecord;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.NumberedPage;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The records of zones. */
final class RecordActions {

    private static final ParameterType RR =
            matching(Pattern.compile("@|\\*|(\\*\\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?"), "a name, @ or *");
    private static final ParameterType TYPE = oneOf("A", "AAAA", "CNAME", "TXT", "MX", "PTR", "SRV");
    private static final ParameterType ID = integer(1, Long.MAX_VALUE);
    private static final int DEFAULT_TTL = 60;

    private final Zones zones;
    private final Clock clock;

    RecordActions(Zones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of("AddZoneRecord", content().required("ZoneId", text()), this::add),
                DefinedAction.of("UpdateZoneRecord", content().required("RecordId", ID), this::update),
                DefinedAction.of(
                        "DescribeZoneRecords",
                        PvtzActions.listing().required("ZoneId", text()).optional("Tag", oneOf("ECS", "RESOLVE_CACHE")),
                        this::list),
                DefinedAction.of("DeleteZoneRecord", PvtzActions.schema().required("RecordId", ID), this::delete));
    }

    private static ParameterSchema.Builder content() {
        return PvtzActions.schema()
                .required("Rr", RR)
                .required("Type", TYPE)
                .required("Value", text(4000))
                .optional("Ttl", integer(1, 86_400))
                .optional("Priority", integer(1, 99))
                .optional("Weight", integer(1, 100))
                .optional("Line", text())
                .optional("Remark", text(500));
    }

    private Object add(ActionCall call) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String zoneId = call.parameters().text("ZoneId");
        zones.existing(zoneId);
        DnsRecord record = read(call.parameters(), zones.next(), now);
        zones.change(zoneId, zone -> {
            requireNew(zone, record);
            return zone.withRecord(record, now);
        });
        return new Changed(call.requestId(), record.id(), true);
    }

    private Object update(ActionCall call) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long id = Long.parseLong(call.parameters().text("RecordId"));
        zones.change(zones.zoneOf(id).id(), zone -> {
            DnsRecord changed =
                    read(call.parameters(), id, Zones.record(zone, id).created());
            requireNew(zone.withoutRecord(id, now), changed);
            return zone.withRecord(changed, now);
        });
        return new Changed(call.requestId(), id, true);
    }

    private static DnsRecord read(Parameters parameters, long id, Instant created) {
        return new DnsRecord(
                id,
                parameters.text("Rr"),
                parameters.text("Type"),
                parameters.text("Value"),
                parameters.integerOr("Ttl", DEFAULT_TTL),
                parameters.integerOr("Priority", 0),
                parameters.text("Remark"),
                created);
    }

    private static void requireNew(Zone zone, DnsRecord record) {
        if (zone.records().stream().anyMatch(record::sameAs)) {
            throw new ApiException(
                    400,
                    "Record.Invalid.Conflict",
                    "The record %s %s %s exists already.".formatted(record.rr(), record.type(), record.value()));
        }
    }

    private Object list(ActionCall call) {
        Parameters parameters = call.parameters();
        Zone zone = zones.existing(parameters.text("ZoneId"));
        NumberedPage<DnsRecord> page = NumberedPage.of(
                parameters,
                PvtzActions.USUAL_PAGE,
                zone.records().stream()
                        .filter(each ->
                                PvtzActions.found(parameters, each.rr()) || PvtzActions.found(parameters, each.value()))
                        .toList());
        return new Listing(
                call.requestId(),
                page.number(),
                page.size(),
                page.items(),
                page.pages(),
                new Wrapped(page.onIt().stream().map(each -> line(zone, each)).toList()));
    }

    private static Line line(Zone zone, DnsRecord record) {
        return new Line(
                record.id(),
                zone.id(),
                record.rr(),
                record.type(),
                record.value(),
                record.ttl(),
                record.priority() == 0 ? null : record.priority(),
                "ENABLE",
                record.remark(),
                record.created().toString(),
                record.created().toEpochMilli());
    }

    private Object delete(ActionCall call) {
        long id = Long.parseLong(call.parameters().text("RecordId"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        zones.change(zones.zoneOf(id).id(), zone -> zone.withoutRecord(id, now));
        return new Changed(call.requestId(), id, true);
    }

    private record Changed(String requestId, long recordId, boolean success) {}

    private record Listing(
            String requestId, int pageNumber, int pageSize, int totalItems, int totalPages, Wrapped records) {}

    private record Wrapped(List<Line> record) {}

    private record Line(
            long recordId,
            String zoneId,
            String rr,
            String type,
            String value,
            int ttl,
            @Nullable Integer priority,
            String status,
            String remark,
            String createTime,
            long createTimestamp) {}
}
