package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which virtual nodes have been left by their providers, as those are that a smaller number of replicas left over: the Lease of
 * the owner has not changed for long, and there is no pod that could take it up. In doubt a node is not abandoned.
 */
public final class AbandonedNodes {

    private static final Logger LOGGER = LoggerFactory.getLogger(AbandonedNodes.class);

    private record Seen(String state, long since) {}

    private final Leases leases;
    private final ProviderPods pods;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new HashMap<>();

    /** Reads the state of a node's owner Lease: something that is another thing after each renewal. */
    @FunctionalInterface
    interface Leases {
        String state(String nodeName);
    }

    /** Knows whether there is a provider's pod for a node. */
    @FunctionalInterface
    interface ProviderPods {
        boolean exists(String nodeName);
    }

    AbandonedNodes(Leases leases, ProviderPods pods, Duration patience, LongSupplier nanoTime) {
        this.leases = leases;
        this.pods = pods;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks at Leases and pods in the API server.
     *
     * @param kubernetes the client
     * @param patience how long a Lease must have stayed as it is
     */
    public static AbandonedNodes in(KubernetesClient kubernetes, Duration patience) {
        return new AbandonedNodes(
                node -> state(kubernetes
                        .leases()
                        .inNamespace(AddonObjects.NODE_LEASE_NAMESPACE)
                        .withName(AddonObjects.ownerLease(node))
                        .get()),
                node -> kubernetes
                                .pods()
                                .inNamespace(AddonObjects.NAMESPACE)
                                .withName(node)
                                .get()
                        != null,
                patience,
                System::nanoTime);
    }

    private static String state(@Nullable Lease lease) {
        return lease == null
                ? "absent"
                : Objects.requireNonNullElse(lease.getMetadata().getResourceVersion(), "");
    }

    /** Whether a node has been left for long. Nodes must be asked about again and again, for it takes two looks to know. */
    public synchronized boolean abandoned(String nodeName) {
        try {
            String state = leases.state(nodeName);
            long now = nanoTime.getAsLong();
            Seen before = seen.get(nodeName);
            if (before == null || !before.state().equals(state) || pods.exists(nodeName)) {
                seen.put(nodeName, new Seen(state, now));
                return false;
            }
            return Duration.ofNanos(now - before.since()).compareTo(patience) >= 0;
        } catch (KubernetesClientException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("status", e.getCode())
                    .log("cannot tell whether a node has been left");
            return false;
        }
    }
}
