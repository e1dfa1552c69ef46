package io.vnode.provider.node;

import io.vnode.addon.settings.NodeCapacity;
import io.vnode.addon.settings.NodeTaint;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a node is to look, apart from what happens to it.
 *
 * @param name name of the node
 * @param regionId region in which its pods run
 * @param zoneIds the zones in which its pods run; empty while they are not known
 * @param address address under which the API server reaches its kubelet API
 * @param kubeletPort port of that API
 * @param capacity what it announces
 * @param taint what keeps pods off it unless they ask for it
 * @param version shown by {@code kubectl get nodes}
 * @param providerVersion the version of this program
 */
public record NodeDescription(
        String name,
        String regionId,
        Set<String> zoneIds,
        String address,
        int kubeletPort,
        NodeCapacity capacity,
        NodeTaint taint,
        String version,
        String providerVersion) {

    public NodeDescription {
        zoneIds = Set.copyOf(zoneIds);
    }

    /** The same, with its zones known. */
    NodeDescription inZones(Set<String> zones) {
        return new NodeDescription(
                name, regionId, zones, address, kubeletPort, capacity, taint, version, providerVersion);
    }

    /** The zones, as people read them. */
    String zones() {
        return String.join(",", new TreeSet<>(zoneIds));
    }
}
