package io.vnode.emulator.state;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The region that is emulated, and what exists in it beforehand.
 *
 * @param id such as {@code cn-hangzhou}
 * @param vpcId the first VPC
 * @param vSwitches at least one
 * @param securityGroupIds at least one
 * @param foreignSecurityGroups the VPC of those security groups that do not belong to the first one
 */
public record Region(
        String id,
        String vpcId,
        List<VSwitch> vSwitches,
        List<String> securityGroupIds,
        Map<String, String> foreignSecurityGroups) {

    /** Copies the lists. */
    public Region {
        vSwitches = List.copyOf(vSwitches);
        securityGroupIds = List.copyOf(securityGroupIds);
        foreignSecurityGroups = Map.copyOf(foreignSecurityGroups);
    }

    /** A region with one VPC. */
    public Region(String id, String vpcId, List<VSwitch> vSwitches, List<String> securityGroupIds) {
        this(id, vpcId, vSwitches, securityGroupIds, Map.of());
    }

    /** The VPC of a vSwitch. */
    public String vpcOf(VSwitch vSwitch) {
        return vSwitch.vpcId() == null ? vpcId : vSwitch.vpcId();
    }

    /** The VPC of a security group that exists. */
    public String vpcOfSecurityGroup(String securityGroupId) {
        return foreignSecurityGroups.getOrDefault(securityGroupId, vpcId);
    }

    /** A vSwitch by its id; null when there is none. */
    public @Nullable VSwitch vSwitch(String vSwitchId) {
        return vSwitches.stream()
                .filter(vSwitch -> vSwitch.id().equals(vSwitchId))
                .findFirst()
                .orElse(null);
    }

    /** The zones that have a vSwitch. */
    public Set<String> zoneIds() {
        return vSwitches.stream().map(VSwitch::zoneId).collect(Collectors.toUnmodifiableSet());
    }
}
