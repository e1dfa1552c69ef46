package io.vnode.emulator.pvtz;

import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.pvtz.Zone.Binding;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Which VPCs see a zone. */
final class BindingActions {

    private final Zones zones;
    private final String regionId;
    private final Set<String> vpcIds;
    private final Clock clock;

    BindingActions(Zones zones, String regionId, Set<String> vpcIds, Clock clock) {
        this.zones = zones;
        this.regionId = regionId;
        this.vpcIds = vpcIds;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(DefinedAction.of(
                "BindZoneVpc",
                PvtzActions.schema()
                        .required("ZoneId", text())
                        .required("Vpcs.N.RegionId", text())
                        .required("Vpcs.N.VpcId", text())
                        .optional("Vpcs.N.VpcType", oneOf("STANDARD", "EDS")),
                this::bind));
    }

    /** The VPCs of the call take the place of those that were bound; none unbinds all. */
    private Object bind(ActionCall call) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Binding> bindings = call.parameters().elements("Vpcs").stream()
                .map(this::read)
                .distinct()
                .toList();
        zones.change(call.parameters().text("ZoneId"), zone -> zone.boundTo(bindings, now));
        return new Done(call.requestId());
    }

    private Binding read(Parameters vpc) {
        Binding binding = new Binding(vpc.text("RegionId"), vpc.text("VpcId"));
        if (!binding.regionId().equals(regionId) || !vpcIds.contains(binding.vpcId())) {
            throw new ApiException(
                    400,
                    "ZoneVpc.NotExists.VpcId",
                    "The specified VPC does not exist: '%s' in %s.".formatted(binding.vpcId(), binding.regionId()));
        }
        return binding;
    }

    private record Done(String requestId) {}
}
