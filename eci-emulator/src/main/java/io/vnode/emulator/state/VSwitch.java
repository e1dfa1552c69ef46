package io.vnode.emulator.state;

/**
 * A subnet in one zone.
 *
 * @param id {@code vsw-…}
 * @param zoneId the zone it is in
 * @param cidr where the addresses of its container groups come from
 */
public record VSwitch(String id, String zoneId, Cidr cidr) {}
