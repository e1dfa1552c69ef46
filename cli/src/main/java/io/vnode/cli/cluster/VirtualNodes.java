package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import java.net.HttpURLConnection;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The virtual nodes of the addon and the pods that are bound to them. */
public final class VirtualNodes {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> WORTH_REPEATING = Set.of(0, TOO_MANY_REQUESTS, 409, 500, 502, 503, 504);

    private final Cluster cluster;

    public VirtualNodes(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The nodes that this addon keeps: its names, with the label of virtual nodes. */
    public List<VirtualNode> list() {
        return new ApiReader(cluster)
                        .list("/api/v1/nodes?labelSelector=%s%%3D%s"
                                .formatted(Labels.TYPE, Labels.TYPE_VIRTUAL_KUBELET))
                        .stream()
                        .map(VirtualNode::of)
                        .filter(node -> node.name().matches(AddonObjects.PROVIDER_STATEFUL_SET + "-[0-9]+"))
                        .toList();
    }

    /** The pods bound to these nodes, of all namespaces. */
    public List<BoundPod> pods(Collection<VirtualNode> nodes) {
        return Concurrently.map(nodes, this::podsOf).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<BoundPod> podsOf(VirtualNode node) {
        return new ApiReader(cluster)
                .list("/api/v1/pods?fieldSelector=spec.nodeName%%3D%s".formatted(node.name())).stream()
                        .map(BoundPod::of)
                        .toList();
    }

    /** Removes a node as it was read. Its provider must have ended, or it would make the node again. */
    public void delete(VirtualNode node) {
        new ClusterDelete(cluster).delete("Node " + node.name(), "/api/v1/nodes/" + node.name(), node.uid());
    }

    /** Keeps new pods off a node. */
    public void cordon(VirtualNode node) {
        try {
            cluster.client()
                    .nodes()
                    .withName(node.name())
                    .patch(
                            new PatchContext.Builder()
                                    .withPatchType(PatchType.JSON_MERGE)
                                    .withFieldManager(Labels.MANAGED_BY_VNODE)
                                    .build(),
                            "{\"spec\":{\"unschedulable\":true}}");
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw ClusterProblems.of(cluster, "cordoning Node " + node.name(), e);
            }
        }
    }

    /** Asks for the eviction of this very pod. fabric8's own call hides the reason of a refusal and repeats for 20 s. */
    public EvictionOutcome evict(BoundPod pod) {
        String namespace = pod.key().namespace();
        String name = pod.key().name();
        DeleteOptions onlyThisOne = new DeleteOptionsBuilder()
                .withNewPreconditions()
                .withUid(pod.key().uid())
                .endPreconditions()
                .build();
        try {
            cluster.client()
                    .raw(
                            "/api/v1/namespaces/%s/pods/%s/eviction".formatted(namespace, name),
                            "POST",
                            new EvictionBuilder()
                                    .withNewMetadata()
                                    .withNamespace(namespace)
                                    .withName(name)
                                    .endMetadata()
                                    .withDeleteOptions(onlyThisOne)
                                    .build());
            return new EvictionOutcome.Evicted();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return new EvictionOutcome.Gone();
            }
            if (WORTH_REPEATING.contains(e.getCode())) {
                return new EvictionOutcome.Blocked(refusal(e));
            }
            throw ClusterProblems.of(cluster, "evicting pod %s/%s".formatted(namespace, name), e);
        }
    }

    private static String refusal(KubernetesClientException e) {
        Stream<String> causes = e.getStatus() == null
                        || e.getStatus().getDetails() == null
                        || e.getStatus().getDetails().getCauses() == null
                ? Stream.of()
                : e.getStatus().getDetails().getCauses().stream().map(StatusCause::getMessage);
        return causes.filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElseGet(() -> ClusterProblems.serverSentence(e));
    }
}
