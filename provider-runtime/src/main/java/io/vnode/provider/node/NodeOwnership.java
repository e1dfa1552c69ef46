package io.vnode.provider.node;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.AddonObjects;
import io.vnode.provider.node.ownership.HeldLease;
import io.vnode.provider.node.ownership.LeaseIdentity;
import java.util.function.Consumer;

/** The one process that keeps a node: of all that bear its name, the one that holds its Lease. */
public final class NodeOwnership {

    private NodeOwnership() {}

    /**
     * Starts competing for a node.
     *
     * @param kubernetes the client; stays open when the Lease is closed
     * @param nodeName name of the node
     * @param podUid UID of the pod that this process runs in; empty when it runs in none
     * @param onLost told, with the name of the new owner, when another process has taken the node from this one
     * @param onCrash told when the keeping thread dies
     */
    public static HeldLease claim(
            KubernetesClient kubernetes,
            String nodeName,
            String podUid,
            Consumer<String> onLost,
            Thread.UncaughtExceptionHandler onCrash) {
        return HeldLease.start(
                kubernetes,
                AddonObjects.NODE_LEASE_NAMESPACE,
                // Not the heartbeat's Lease: that goes with the Node object when somebody deletes it.
                AddonObjects.ownerLease(nodeName),
                LeaseIdentity.ofThisProcess(podUid),
                onLost,
                onCrash);
    }
}
