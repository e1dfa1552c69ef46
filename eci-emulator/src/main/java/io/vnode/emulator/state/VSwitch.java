package io.vnode.emulator.state;

import org.jspecify.annotations.Nullable;

/**
 * A subnet in one zone.
 *
 * @param id {@code vsw-…}
 * @param zoneId the zone it is in
 * @param cidr where the addresses of its container groups come from
 * @param vpcId the VPC it belongs to; null for the region's first
 */
public record VSwitch(
        String id, String zoneId, Cidr cidr, @Nullable String vpcId) {

    /** A vSwitch of the region's first VPC. */
    public VSwitch(String id, String zoneId, Cidr cidr) {
        this(id, zoneId, cidr, null);
    }
}
