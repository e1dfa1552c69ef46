package io.vnode.emulator.action;

import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a container group may go, as far as the network says.
 *
 * @param vSwitchIds known ids, in order of preference
 * @param spread whether to try them in any order instead
 * @param securityGroupId one or several known ids of the same VPC
 * @param privateAddress the address that it wants; null for any
 */
record Location(
        List<String> vSwitchIds,
        boolean spread,
        String securityGroupId,
        @Nullable String privateAddress) {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MAX_VSWITCHES = 10;
    private static final int MAX_SECURITY_GROUPS = 5;

    static Location read(Parameters parameters, Region region) {
        List<VSwitch> vSwitches = vSwitches(parameters, region);
        String vpc = region.vpcOf(vSwitches.getFirst());
        List<String> securityGroups = securityGroups(parameters, region, vpc);
        requireOneVpc(vSwitches, securityGroups, region);
        String address = parameters.find("PrivateIpAddress");
        return new Location(
                (address == null ? vSwitches : vSwitchesWith(address, vSwitches))
                        .stream().map(VSwitch::id).toList(),
                parameters.text("ScheduleStrategy").equals("VSwitchRandom"),
                String.join(",", securityGroups),
                address);
    }

    private static List<VSwitch> vSwitches(Parameters parameters, Region region) {
        List<String> ids = ids(parameters, "VSwitchId", MAX_VSWITCHES);
        String zone = parameters.find("ZoneId");
        if (ids.isEmpty()) {
            ids = List.of(defaultVSwitch(region, zone));
        }
        return ids.stream().map(id -> vSwitch(id, zone, region)).toList();
    }

    private static String defaultVSwitch(Region region, @Nullable String zone) {
        return region.vSwitches().stream()
                .filter(vSwitch -> vSwitch.zoneId().equals(zone))
                .findFirst()
                .orElseGet(() -> region.vSwitches().getFirst())
                .id();
    }

    private static VSwitch vSwitch(String id, @Nullable String zone, Region region) {
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
        return vSwitch;
    }

    /** Without a choice, the first one of the VPC. */
    private static List<String> securityGroups(Parameters parameters, Region region, String vpc) {
        List<String> ids = ids(parameters, "SecurityGroupId", MAX_SECURITY_GROUPS);
        for (String id : ids) {
            if (!region.securityGroupIds().contains(id)) {
                throw notFound("SecurityGroupId", id);
            }
        }
        return ids.isEmpty() ? List.of(defaultSecurityGroup(region, vpc)) : ids;
    }

    private static String defaultSecurityGroup(Region region, String vpc) {
        return region.securityGroupIds().stream()
                .filter(id -> region.vpcOfSecurityGroup(id).equals(vpc))
                .findFirst()
                .orElseGet(() -> region.securityGroupIds().getFirst());
    }

    private static void requireOneVpc(List<VSwitch> vSwitches, List<String> securityGroups, Region region) {
        for (VSwitch vSwitch : vSwitches) {
            for (String securityGroup : securityGroups) {
                if (!region.vpcOf(vSwitch).equals(region.vpcOfSecurityGroup(securityGroup))) {
                    throw new ApiException(
                            403,
                            "OperationDenied.SecurityGroupMisMatch",
                            "The specified VSwitch %s and SecurityGroup %s are not in the same VPC."
                                    .formatted(vSwitch.id(), securityGroup));
                }
            }
        }
    }

    private static List<VSwitch> vSwitchesWith(String address, List<VSwitch> vSwitches) {
        List<VSwitch> having = vSwitches.stream()
                .filter(vSwitch -> vSwitch.cidr().contains(address))
                .toList();
        if (having.isEmpty()) {
            throw ApiException.invalid(
                    "PrivateIpAddress", "is '%s', which is in none of the vSwitches".formatted(address));
        }
        return having;
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
