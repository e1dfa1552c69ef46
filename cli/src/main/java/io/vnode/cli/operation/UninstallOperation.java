package io.vnode.cli.operation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.vnode.addon.AddonObjects;
import io.vnode.cli.check.Preflight;
import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cloud.InstalledGroups;
import io.vnode.cli.cluster.AddonPods;
import io.vnode.cli.cluster.BoundPod;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterApply;
import io.vnode.cli.cluster.ClusterDelete;
import io.vnode.cli.cluster.Concurrently;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.ListingProof;
import io.vnode.cli.cluster.VirtualNode;
import io.vnode.cli.cluster.VirtualNodes;
import io.vnode.cli.drain.NodeDrainer;
import io.vnode.cli.manifest.AddonManifests;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.cli.plan.ObjectName;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Counted;
import io.vnode.cli.progress.Progress;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.model.ContainerGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the addon away without leaving a container group behind: empties the nodes while their providers still run, waits
 * until the groups are proven gone, and only then removes the objects, the access key last.
 */
public final class UninstallOperation {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Cluster cluster;
    private final Cloud cloud;
    private final Clock clock;
    private final Progress progress;
    private final boolean trustEmptyListing;

    /**
     * @param trustEmptyListing whether an empty listing of ECI counts although nothing proves it
     */
    public UninstallOperation(Cluster cluster, Cloud cloud, Clock clock, Progress progress, boolean trustEmptyListing) {
        this.cluster = cluster;
        this.cloud = cloud;
        this.clock = clock;
        this.progress = progress;
        this.trustEmptyListing = trustEmptyListing;
    }

    /** Looks at what is there; changes nothing. */
    public UninstallPlan plan() {
        progress.begin("looking");
        Preflight.cluster(cluster);
        InstalledAddon installed = InstalledAddon.read(cluster);
        VirtualNodes virtualNodes = new VirtualNodes(cluster);
        List<VirtualNode> nodes = virtualNodes.list();
        List<BoundPod> pods = virtualNodes.pods(nodes);
        Map<Boolean, List<HasMetadata>> objects = present(AddonManifests.inOrderOfRemoval()).stream()
                .collect(Collectors.partitioningBy(ClusterApply::ours));
        List<HasMetadata> ours = objects.getOrDefault(true, List.of());
        boolean anything = !ours.isEmpty() || !nodes.isEmpty();
        List<ContainerGroup> groups = anything ? groups(installed, pods) : List.of();
        UninstallPlan plan = new UninstallPlan(
                cluster.context(),
                installed.facts(),
                nodes,
                pods.stream().map(pod -> pod.key().qualifiedName()).toList(),
                groups,
                ours,
                objects.getOrDefault(false, List.of()).stream()
                        .map(object -> ObjectName.of(object).toString())
                        .toList());
        progress.end(String.join(
                ", ",
                Counted.of(nodes.size(), "node"),
                Counted.of(pods.size(), "pod"),
                Counted.of(groups.size(), "container group"),
                Counted.of(ours.size(), "object")));
        return plan;
    }

    /** Carries it out; ends by a problem before anything is taken down if a pod or a group does not go. */
    public UninstallReport carryOut(UninstallPlan plan, Duration timeout) throws InterruptedException {
        Instant deadline = clock.instant().plus(timeout);
        int evicted = 0;
        noteProof(plan);
        if (!plan.nodes().isEmpty()) {
            progress.begin("drain");
            evicted = new NodeDrainer(new VirtualNodes(cluster), clock, progress).drain(plan.nodes(), deadline);
            progress.end(Counted.of(evicted, "pod") + " evicted");
        }
        InstalledAddon installed = InstalledAddon.read(cluster);
        if (!plan.groups().isEmpty()) {
            progress.begin("container groups");
            awaitReleased(plan.groups(), installed, deadline);
            progress.end("%d released".formatted(plan.groups().size()));
        }
        List<String> removed = remove(plan, deadline);
        return new UninstallReport(evicted, plan.groups().size(), removed, plan.foreign());
    }

    private void noteProof(UninstallPlan plan) {
        Credentials credentials = InstalledAddon.read(cluster).credentials();
        if (!plan.groups().isEmpty() && credentials != null) {
            new ListingProof(cluster).note(credentials);
        }
    }

    private List<ContainerGroup> groups(InstalledAddon installed, List<BoundPod> pods) {
        Set<String> expected = pods.stream()
                .map(BoundPod::containerGroup)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        InstallationFacts facts = installed.facts();
        Credentials credentials = installed.credentials();
        if (facts == null || credentials == null) {
            return trusted(
                    expected,
                    false,
                    facts == null
                            ? "nothing in the cluster says which cluster id and region to ask for"
                            : "the cluster has no access key to ask with");
        }
        try (InstalledGroups groups = InstalledGroups.of(cloud, facts, credentials)) {
            return switch (groups.listOrExplain()) {
                case GroupListing.Known(var known) ->
                    known.stream().filter(group -> group.status().active()).toList();
                case GroupListing.UnprovenEmpty() ->
                    trusted(
                            expected,
                            ListingProof.holds(installed),
                            "ECI answers an empty list, and answers the same to an identity that may not list"
                                    + " (cluster id %s, region %s)".formatted(facts.clusterId(), facts.regionId()));
                case GroupListing.Unknown(var why) -> throw cannotTell(why);
            };
        }
    }

    private List<ContainerGroup> trusted(Set<String> expected, boolean proven, String why) {
        if (!expected.isEmpty()) {
            throw cannotTell(why + "; yet pods say they run as " + String.join(", ", expected));
        }
        if (!proven && !trustEmptyListing) {
            throw cannotTell(why);
        }
        return List.of();
    }

    private static ProblemException cannotTell(String why) {
        return new ProblemException(new Problem(
                ProblemCode.CLOUD_CANNOT_TELL,
                "cannot tell whether container groups are left; nothing was taken down",
                why,
                List.of(
                        "give the RAM user eci:DescribeContainerGroups (templates/ram-policy.json), or look in the console",
                        "vnode uninstall --trust-empty-listing     once you have seen that none is left")));
    }

    private void awaitReleased(List<ContainerGroup> before, InstalledAddon installed, Instant deadline)
            throws InterruptedException {
        InstallationFacts facts = installed.facts();
        Credentials credentials = installed.credentials();
        if (facts == null || credentials == null) {
            throw cannotTell("the addon's objects were changed meanwhile");
        }
        try (InstalledGroups groups = InstalledGroups.of(cloud, facts, credentials)) {
            while (true) {
                List<ContainerGroup> left =
                        switch (groups.list()) {
                            // In this run the same question was answered with groups, so it may be believed without
                            // them.
                            case GroupListing.UnprovenEmpty() -> List.of();
                            case GroupListing.Known(var known) ->
                                known.stream()
                                        .filter(group -> group.status().active())
                                        .toList();
                            case GroupListing.Unknown(var why) -> {
                                progress.waiting(why);
                                yield before;
                            }
                        };
                if (left.isEmpty()) {
                    return;
                }
                progress.waiting("%d left: %s".formatted(left.size(), ids(left)));
                if (!clock.instant().isBefore(deadline)) {
                    throw groupsRemain(left);
                }
                Thread.sleep(INTERVAL);
            }
        }
    }

    private static ProblemException groupsRemain(List<ContainerGroup> left) {
        return new ProblemException(new Problem(
                ProblemCode.CONTAINER_GROUPS_REMAIN,
                Counted.of(left.size(), "container group") + " not gone in time; nothing was taken down",
                left.stream()
                        .map(group -> "%s (%s): %s"
                                .formatted(
                                        group.id(), group.name(), group.status().word()))
                        .toList(),
                List.of(
                        "kubectl -n kube-system logs statefulset/virtual-node-eci     may say what keeps them",
                        "run this again to go on waiting")));
    }

    private List<String> remove(UninstallPlan plan, Instant deadline) throws InterruptedException {
        progress.begin("remove");
        ClusterDelete deletion = new ClusterDelete(cluster);
        List<String> removed = new ArrayList<>();
        boolean nodesGone = false;
        for (HasMetadata object : plan.objects()) {
            boolean workload = object instanceof StatefulSet || object instanceof Deployment;
            if (!nodesGone && !workload && isAfterWorkloads(object)) {
                removed.addAll(removeNodes(plan.nodes(), deletion, deadline));
                nodesGone = true;
            }
            progress.waiting(ObjectName.of(object).toString());
            deletion.delete(object);
            removed.add(ObjectName.of(object).toString());
        }
        if (!nodesGone) {
            removed.addAll(removeNodes(plan.nodes(), deletion, deadline));
        }
        progress.end(Counted.of(removed.size(), "object"));
        return removed;
    }

    /** Rights, configuration and Secrets are needed until the last provider has ended. */
    private static boolean isAfterWorkloads(HasMetadata object) {
        return object instanceof ServiceAccount
                || object.getKind().startsWith("Role")
                || object.getKind().startsWith("ClusterRole")
                || object.getKind().equals("ConfigMap")
                || object.getKind().equals("Secret");
    }

    private List<String> removeNodes(List<VirtualNode> nodes, ClusterDelete deletion, Instant deadline)
            throws InterruptedException {
        new AddonPods(cluster, clock, progress).awaitGone(deadline);
        List<String> removed = new ArrayList<>();
        VirtualNodes virtualNodes = new VirtualNodes(cluster);
        for (VirtualNode node : virtualNodes.list()) {
            virtualNodes.delete(node);
            removed.add("Node " + node.name());
        }
        for (HasMetadata lease : present(leases(nodes))) {
            deletion.delete(lease);
            removed.add(ObjectName.of(lease).toString());
        }
        return removed;
    }

    /** Of each node the heartbeat's and the owner's, and the leader's. */
    private static List<HasMetadata> leases(List<VirtualNode> nodes) {
        return Stream.concat(
                        nodes.stream()
                                .flatMap(node -> Stream.of(node.name(), AddonObjects.ownerLease(node.name())))
                                .map(name -> lease(AddonObjects.NODE_LEASE_NAMESPACE, name)),
                        Stream.of(lease(AddonObjects.NAMESPACE, AddonObjects.LEADER_LEASE)))
                .toList();
    }

    private static HasMetadata lease(String namespace, String name) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    private List<HasMetadata> present(List<HasMetadata> wanted) {
        ClusterDelete deletion = new ClusterDelete(cluster);
        return Concurrently.<HasMetadata, @Nullable HasMetadata>map(wanted, deletion::find).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static String ids(List<ContainerGroup> groups) {
        return groups.stream().map(ContainerGroup::id).collect(Collectors.joining(", "));
    }
}
