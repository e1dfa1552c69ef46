package io.vnode.provider.node;

import io.vnode.addon.settings.NodeCapacity;

/**
 * What does not change about a node while the process runs.
 *
 * @param name name of the node
 * @param regionId region in which its pods run
 * @param address address under which the API server reaches its kubelet API
 * @param kubeletPort port of that API
 * @param capacity what it announces
 * @param version shown by {@code kubectl get nodes}
 */
public record NodeDescription(
        String name, String regionId, String address, int kubeletPort, NodeCapacity capacity, String version) {}
