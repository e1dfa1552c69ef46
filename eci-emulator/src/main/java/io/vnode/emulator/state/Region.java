package io.vnode.emulator.state;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The region that is emulated, and what exists in it beforehand.
 *
 * @param id such as {@code cn-hangzhou}
 * @param vpcId the one VPC
 * @param vSwitches at least one
 * @param securityGroupIds at least one
 */
public record Region(String id, String vpcId, List<VSwitch> vSwitches, List<String> securityGroupIds) {

    /** Copies the lists. */
    public Region {
        vSwitches = List.copyOf(vSwitches);
        securityGroupIds = List.copyOf(securityGroupIds);
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
