package io.vnode.emulator.action;

import io.vnode.emulator.state.PlacementWish;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import java.util.regex.Pattern;

/** Reads where a container group may go, and whether these places exist. */
final class PlacementReader {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MAX_VSWITCHES = 10;
    private static final int MAX_SECURITY_GROUPS = 5;

    private PlacementReader() {}

    static PlacementWish read(Parameters parameters, Region region) {
        List<String> ids = ids(parameters, "VSwitchId", MAX_VSWITCHES);
        if (ids.isEmpty()) {
            ids = List.of(region.vSwitches().getFirst().id());
        }
        String zone = parameters.find("ZoneId");
        for (String id : ids) {
            VSwitch vSwitch = region.vSwitch(id);
            if (vSwitch == null) {
                throw notFound("VSwitchId", id);
            }
            if (zone != null && !zone.equals(vSwitch.zoneId())) {
                throw new ApiException(
                        403,
                        "OperationDenied.VswZoneMisMatch",
                        "The specified VSwitch %s is in zone %s, not in %s.".formatted(id, vSwitch.zoneId(), zone));
            }
        }
        return new PlacementWish(ids, parameters.text("ScheduleStrategy").equals("VSwitchRandom"));
    }

    static String securityGroup(Parameters parameters, Region region) {
        List<String> ids = ids(parameters, "SecurityGroupId", MAX_SECURITY_GROUPS);
        for (String id : ids) {
            if (!region.securityGroupIds().contains(id)) {
                throw notFound("SecurityGroupId", id);
            }
        }
        return ids.isEmpty() ? region.securityGroupIds().getFirst() : String.join(",", ids);
    }

    private static List<String> ids(Parameters parameters, String name, int max) {
        String value = parameters.find(name);
        if (value == null) {
            return List.of();
        }
        List<String> ids = COMMA.splitAsStream(value).toList();
        if (ids.size() > max) {
            throw ApiException.invalid(name, "lists %d ids; at most %d are allowed".formatted(ids.size(), max));
        }
        return ids;
    }

    private static ApiException notFound(String parameter, String id) {
        return new ApiException(
                404,
                "Invalid%s.NotFound".formatted(parameter),
                "The specified %s does not exist: '%s'.".formatted(parameter, id));
    }
}
