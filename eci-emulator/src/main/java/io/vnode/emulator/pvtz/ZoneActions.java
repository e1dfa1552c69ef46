package io.vnode.emulator.pvtz;

import static io.vnode.emulator.wire.ParameterType.matching;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.NumberedPage;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/** Zones: made, found, deleted. */
final class ZoneActions {

    private static final ParameterType NAME = matching(
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"),
            "a domain name in lower case");
    private static final ParameterType PATTERN = oneOf("ZONE", "RECORD");

    private final Zones zones;
    private final Clock clock;

    ZoneActions(Zones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of(
                        "AddZone",
                        PvtzActions.schema()
                                .required("ZoneName", NAME)
                                .optional("Remark", text(500))
                                .optional("ProxyPattern", PATTERN)
                                .optional("ResourceGroupId", text())
                                .optional("ZoneType", text())
                                .optional("ZoneTag", text()),
                        this::add),
                DefinedAction.of(
                        "DescribeZones",
                        PvtzActions.listing()
                                .optional("QueryVpcId", text())
                                .optional("QueryRegionId", text())
                                .optional("ResourceGroupId", text()),
                        this::list),
                DefinedAction.of("DescribeZoneInfo", PvtzActions.schema().required("ZoneId", text()), this::describe),
                DefinedAction.of("DeleteZone", PvtzActions.schema().required("ZoneId", text()), this::delete));
    }

    private Object add(ActionCall call) {
        Parameters parameters = call.parameters();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long number = zones.next();
        Zone zone = new Zone(
                "%032x".formatted(0x5eed_0000_0000L + number),
                parameters.text("ZoneName"),
                parameters.text("Remark"),
                parameters.textOr("ProxyPattern", "ZONE"),
                now,
                now,
                List.of(),
                List.of());
        zones.add(number, zone);
        return new Added(call.requestId(), zone.id(), zone.name(), true);
    }

    private Object list(ActionCall call) {
        Parameters parameters = call.parameters();
        String vpc = parameters.find("QueryVpcId");
        NumberedPage<Zone> page = NumberedPage.of(
                parameters,
                PvtzActions.USUAL_PAGE,
                zones.all().stream()
                        .filter(zone -> PvtzActions.found(parameters, zone.name()))
                        .filter(zone -> vpc == null
                                || zone.bindings().stream()
                                        .anyMatch(each -> each.vpcId().equals(vpc)))
                        .toList());
        return new Listing(
                call.requestId(),
                page.number(),
                page.size(),
                page.items(),
                page.pages(),
                new Wrapped(page.onIt().stream().map(Line::of).toList()));
    }

    private Object describe(ActionCall call) {
        Zone zone = zones.existing(call.parameters().text("ZoneId"));
        Line line = Line.of(zone);
        return new Described(
                call.requestId(),
                line.zoneId(),
                line.zoneName(),
                line.remark(),
                line.proxyPattern(),
                line.recordCount(),
                line.isPtr(),
                line.createTime(),
                line.createTimestamp(),
                line.updateTime(),
                line.updateTimestamp(),
                new BoundVpcs(zone.bindings().stream()
                        .map(each -> new BoundVpc(each.regionId(), each.regionId(), each.vpcId(), each.vpcId()))
                        .toList()));
    }

    private Object delete(ActionCall call) {
        String id = call.parameters().text("ZoneId");
        zones.remove(id);
        return new Deleted(call.requestId(), id);
    }

    private record Added(String requestId, String zoneId, String zoneName, boolean success) {}

    private record Deleted(String requestId, String zoneId) {}

    private record Listing(
            String requestId, int pageNumber, int pageSize, int totalItems, int totalPages, Wrapped zones) {}

    private record Wrapped(List<Line> zone) {}

    private record Line(
            String zoneId,
            String zoneName,
            String remark,
            String proxyPattern,
            int recordCount,
            boolean isPtr,
            String createTime,
            long createTimestamp,
            String updateTime,
            long updateTimestamp) {

        static Line of(Zone zone) {
            return new Line(
                    zone.id(),
                    zone.name(),
                    zone.remark(),
                    zone.proxyPattern(),
                    zone.records().size(),
                    false,
                    zone.created().toString(),
                    zone.created().toEpochMilli(),
                    zone.updated().toString(),
                    zone.updated().toEpochMilli());
        }
    }

    private record Described(
            String requestId,
            String zoneId,
            String zoneName,
            String remark,
            String proxyPattern,
            int recordCount,
            boolean isPtr,
            String createTime,
            long createTimestamp,
            String updateTime,
            long updateTimestamp,
            BoundVpcs bindVpcs) {}

    private record BoundVpcs(List<BoundVpc> vpc) {}

    private record BoundVpc(String regionId, String regionName, String vpcId, String vpcName) {}
}
