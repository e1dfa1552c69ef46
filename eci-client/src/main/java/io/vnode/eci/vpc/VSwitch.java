package io.vnode.eci.vpc;

import io.vnode.eci.json.Fields;

/**
 * A part of a VPC in one zone.
 *
 * @param id its id
 * @param name what people call it; may be empty
 * @param vpcId the VPC
 * @param zoneId the zone
 * @param cidrBlock its addresses
 * @param availableAddresses how many of them are free
 * @param available whether it can be used now
 */
public record VSwitch(
        String id,
        String name,
        String vpcId,
        String zoneId,
        String cidrBlock,
        int availableAddresses,
        boolean available) {

    static VSwitch read(Fields fields) {
        Integer free = fields.integer("AvailableIpAddressCount");
        return new VSwitch(
                fields.text("VSwitchId"),
                fields.textOrEmpty("VSwitchName"),
                fields.text("VpcId"),
                fields.text("ZoneId"),
                fields.text("CidrBlock"),
                free == null ? 0 : free,
                fields.textOrEmpty("Status").equals("Available"));
    }
}
