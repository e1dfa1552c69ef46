package io.vnode.emulator.state;

/**
 * What one container group has of the region's resources.
 *
 * @param lease its address
 * @param capacity what it is made of
 */
record Holding(AddressPool.Lease lease, Capacity capacity) {}
