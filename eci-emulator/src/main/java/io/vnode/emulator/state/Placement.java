package io.vnode.emulator.state;

/**
 * Where a container group runs.
 *
 * @param vSwitch its subnet
 * @param address its address in there
 * @param networkInterfaceId {@code eni-…}
 */
public record Placement(VSwitch vSwitch, String address, String networkInterfaceId) {}
