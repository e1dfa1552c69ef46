package io.vnode.cli.operation;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cloud.InstalledGroups;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterConnector;
import io.vnode.cli.cluster.Concurrently;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.VirtualNodes;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.credentials.Credentials;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
        List<Object> first = Concurrently.map(
                List.<Supplier<Object>>of(() -> InstalledAddon.read(cluster), this::webhookIsThere, virtualNodes::list),
                Supplier::get);
        InstalledAddon installed = (InstalledAddon) first.get(0);
        boolean webhook = (Boolean) first.get(1);
        @SuppressWarnings("unchecked") // the third question's answer
        List<Node> nodes = (List<Node>) first.get(2);
        List<Object> second = Concurrently.map(
                List.<Supplier<Object>>of(
                        () -> virtualNodes.pods(nodes.stream()
                                .map(node -> node.getMetadata().getName())
                                .toList()),
                        () -> groups(installed)),
                Supplier::get);
        @SuppressWarnings("unchecked") // the first question's answer
        List<Pod> pods = (List<Pod>) second.get(0);
        GroupListing groups = (GroupListing) second.get(1);
        return StatusJudge.judge(cluster.context(), installed, webhook, nodes, pods, groups);
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

    private boolean webhookIsThere() {
        try {
            @Nullable
            MutatingWebhookConfiguration webhook = cluster.client()
                    .admissionRegistration()
                    .v1()
                    .mutatingWebhookConfigurations()
                    .withName(AddonObjects.WEBHOOK_CONFIGURATION)
                    .get();
            return webhook != null;
        } catch (KubernetesClientException e) {
            throw ClusterConnector.failed(cluster, "reading " + AddonObjects.WEBHOOK_CONFIGURATION, e);
        }
    }
}
