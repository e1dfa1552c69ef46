package io.vnode.provider.node;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.provider.node.ownership.HeldLease;
import io.vnode.provider.node.ownership.LeaseIdentity;
import java.util.function.Consumer;

/** The one process that keeps a node: of all that bear its name, the one that holds its Lease. */
public final class NodeOwnership {

    /** Where the heartbeats of nodes are, too. */
    static final String NAMESPACE = "kube-node-lease";

    private NodeOwnership() {}

    /** Name of the Lease; not that of the heartbeat, which goes with the Node object when somebody deletes it. */
    public static String leaseName(String nodeName) {
        return nodeName + "-owner";
    }

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
                kubernetes, NAMESPACE, leaseName(nodeName), LeaseIdentity.ofThisProcess(podUid), onLost, onCrash);
    }
}
