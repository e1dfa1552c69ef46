package io.vnode.provider.node;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.AddonObjects;
import io.vnode.provider.node.ownership.HeldLease;
import io.vnode.provider.node.ownership.LeaseIdentity;
import org.jspecify.annotations.Nullable;

/** Which of the providers has the duties that one of them does for the whole cluster. */
public final class LeaderElection implements AutoCloseable {

    private final @Nullable HeldLease lease;

    private LeaderElection(@Nullable HeldLease lease) {
        this.lease = lease;
    }

    /** Takes part. Whoever loses the lead stops doing the duties, and waits for its turn. */
    public static LeaderElection join(
            KubernetesClient kubernetes, String podUid, Thread.UncaughtExceptionHandler onCrash) {
        return new LeaderElection(HeldLease.start(
                kubernetes,
                AddonObjects.NAMESPACE,
                AddonObjects.LEADER_LEASE,
                LeaseIdentity.ofThisProcess(podUid),
                _ -> {},
                onCrash));
    }

    /** No election: this provider does the duties, whoever else does them too. */
    public static LeaderElection none() {
        return new LeaderElection(null);
    }

    /** Whether this process has the duties now. */
    public boolean leading() {
        return lease == null || lease.held();
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
