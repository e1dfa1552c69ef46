package io.vnode.emulator.state;

/**
 * Where a container group runs.
 *
 * @param vSwitch its subnet
 * @param address its address in there, empty for a group that got none
 */
public record Placement(VSwitch vSwitch, String address) {}
