package io.vnode.addon.settings;

import java.util.List;

/**
 * Where container groups run. ECI moves on to the next vSwitch, and so to its zone, when one is out of stock.
 *
 * @param regionId region, for example {@code cn-hangzhou}
 * @param vSwitchIds 1 to {@value Settings#MAX_VSWITCHES} vSwitches of one VPC
 * @param securityGroupId security group of the same VPC
 * @param resourceGroupId resource group; empty for the account's default
 */
public record Placement(String regionId, List<String> vSwitchIds, String securityGroupId, String resourceGroupId) {

    public Placement {
        vSwitchIds = List.copyOf(vSwitchIds);
        if (vSwitchIds.isEmpty() || vSwitchIds.size() > Settings.MAX_VSWITCHES) {
            throw new IllegalArgumentException(
                    "%d vSwitches; ECI takes 1 to %d".formatted(vSwitchIds.size(), Settings.MAX_VSWITCHES));
        }
    }
}
