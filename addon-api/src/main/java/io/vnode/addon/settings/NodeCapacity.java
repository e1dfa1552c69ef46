package io.vnode.addon.settings;

/**
 * What a virtual node announces as its capacity.
 *
 * @param cpu vCPU, as a Kubernetes quantity
 * @param memory memory, as a Kubernetes quantity
 * @param pods number of pods, at least 1
 */
public record NodeCapacity(String cpu, String memory, int pods) {}
