package io.vnode.cli.operation;

import io.vnode.addon.AddonObjects;
import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cloud.InstalledGroups;
import io.vnode.cli.cluster.BoundPod;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.Concurrently;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.VirtualNode;
import io.vnode.cli.cluster.VirtualNodes;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.credentials.Credentials;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at everything of the addon at once: cluster and cloud, side by side. */
public final class StatusOperation {

    private final Cluster cluster;
    private final Cloud cloud;

    public StatusOperation(Cluster cluster, Cloud cloud) {
        this.cluster = cluster;
        this.cloud = cloud;
    }

    /** Looks. */
    public StatusReport look() {
        VirtualNodes virtualNodes = new VirtualNodes(cluster);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<InstalledAddon> installed = threads.submit(() -> InstalledAddon.read(cluster));
            Future<GroupListing> groups = threads.submit(() -> groups(Concurrently.await(installed)));
            List<VirtualNode> nodes = virtualNodes.list();
            List<BoundPod> pods = virtualNodes.pods(nodes);
            return StatusJudge.judge(
                    cluster.context(), Concurrently.await(installed), nodes, pods, Concurrently.await(groups));
        }
    }

    private GroupListing groups(InstalledAddon installed) {
        InstallationFacts facts = installed.facts();
        Credentials credentials = installed.credentials();
        if (facts == null) {
            return new GroupListing.Unknown("nothing in the cluster says which cluster id and region to ask for");
        }
        if (credentials == null) {
            return new GroupListing.Unknown("Secret %s has no access key".formatted(AddonObjects.CREDENTIALS_SECRET));
        }
        try (InstalledGroups groups = InstalledGroups.of(cloud, facts, credentials)) {
            return groups.list();
        } catch (IllegalArgumentException e) {
            return new GroupListing.Unknown(String.valueOf(e.getMessage()));
        }
    }
}
