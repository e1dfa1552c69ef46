package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.vnode.addon.Annotations;
import io.vnode.addon.Labels;
import io.vnode.addon.Taints;
import io.vnode.addon.settings.NodeTaint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a virtual node looks like in the API. Pure. */
final class NodeObject {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final Taint USUAL_TAINT = new Taint(Taints.EFFECT, Taints.KEY, null, Taints.VALUE);

    private NodeObject() {}

    /** The node as it is registered. */
    static Node registered(NodeDescription node) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .withLabels(labels(node))
                .withAnnotations(annotations(node))
                .endMetadata()
                .withNewSpec()
                .withTaints(taint(node))
                .endSpec()
                .build();
    }

    /**
     * The node as it should be, given how it is: our labels and our taint are put back, whatever others added stays, a
     * cordon included. Null when nothing is to be changed.
     */
    static @Nullable Node corrected(Node node, NodeDescription description) {
        Map<String, String> labels = with(node.getMetadata().getLabels(), labels(description));
        if (description.zoneIds().size() > 1) {
            labels.remove(ZONE); // it would be wrong for some of the pods
        }
        Map<String, String> annotations = with(node.getMetadata().getAnnotations(), annotations(description));
        List<Taint> taints = taints(node, taint(description));
        boolean asItShouldBe = labels.equals(node.getMetadata().getLabels())
                && annotations.equals(node.getMetadata().getAnnotations())
                && taints.equals(node.getSpec().getTaints());
        if (asItShouldBe) {
            return null;
        }
        return node.edit()
                .editMetadata()
                .withLabels(labels)
                .withAnnotations(annotations)
                .endMetadata()
                .editSpec()
                .withTaints(taints)
                .endSpec()
                .build();
    }

    private static Map<String, String> with(@Nullable Map<String, String> there, Map<String, String> ours) {
        Map<String, String> all = new LinkedHashMap<>(Objects.requireNonNullElse(there, Map.of()));
        all.putAll(ours);
        return all;
    }

    /** Those of others stay; of ours there is one, also after its key was changed from the usual one. */
    private static List<Taint> taints(Node node, Taint ours) {
        List<Taint> there = node.getSpec().getTaints();
        if (there.stream().anyMatch(taint -> same(taint, ours)) && same(ours, USUAL_TAINT)) {
            return there;
        }
        List<Taint> taints = new ArrayList<>(there);
        taints.removeIf(taint -> same(taint, USUAL_TAINT) && !same(ours, USUAL_TAINT));
        if (taints.stream().noneMatch(taint -> same(taint, ours))) {
            taints.removeIf(taint ->
                    ours.getKey().equals(taint.getKey()) && ours.getEffect().equals(taint.getEffect()));
            taints.add(ours);
        }
        return taints;
    }

    /** The API server may have added when a taint was set. */
    private static boolean same(Taint one, Taint other) {
        return Objects.equals(one.getKey(), other.getKey())
                && Objects.requireNonNullElse(one.getValue(), "")
                        .equals(Objects.requireNonNullElse(other.getValue(), ""))
                && Objects.equals(one.getEffect(), other.getEffect());
    }

    private static Taint taint(NodeDescription node) {
        NodeTaint taint = node.taint();
        return new Taint(taint.effect(), taint.key(), null, taint.value());
    }

    private static Map<String, String> annotations(NodeDescription node) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(Annotations.PROVIDER_VERSION, node.providerVersion());
        if (!node.zoneIds().isEmpty()) {
            annotations.put(Annotations.ZONES, node.zones());
        }
        return annotations;
    }

    private static Map<String, String> labels(NodeDescription node) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.TYPE, Labels.TYPE_VIRTUAL_KUBELET);
        labels.put(Labels.ROLE, Labels.ROLE_AGENT);
        labels.put("kubernetes.io/hostname", node.name());
        labels.put("kubernetes.io/os", "linux");
        labels.put("kubernetes.io/arch", "amd64");
        labels.put("topology.kubernetes.io/region", node.regionId());
        if (node.zoneIds().size() == 1) {
            labels.put(ZONE, node.zones());
        }
        labels.put("node.kubernetes.io/exclude-from-external-load-balancers", "true");
        labels.put("alpha.service-controller.kubernetes.io/exclude-balancer", "true");
        return labels;
    }

    /** The node's status: the set of conditions of a kubelet, the capacity, and where the kubelet API is. */
    static NodeStatus status(NodeDescription node, @Nullable NodeStatus before, Readiness readiness, Instant now) {
        Map<String, Quantity> capacity = new HashMap<>();
        capacity.put("cpu", new Quantity(node.capacity().cpu()));
        capacity.put("memory", new Quantity(node.capacity().memory()));
        capacity.put("pods", new Quantity(String.valueOf(node.capacity().pods())));
        return new NodeStatusBuilder()
                .withCapacity(capacity)
                .withAllocatable(capacity)
                .withAddresses(new NodeAddress(node.address(), "InternalIP"), new NodeAddress(node.name(), "Hostname"))
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint(node.kubeletPort())
                .endDaemonEndpoints()
                .withNewNodeInfo()
                .withKubeletVersion(node.version())
                .withKubeProxyVersion("")
                .withOperatingSystem("linux")
                .withArchitecture("amd64")
                .withOsImage("Alibaba Cloud ECI")
                .withKernelVersion("")
                .withContainerRuntimeVersion("eci://2018-08-08")
                .withBootID("")
                .withMachineID("")
                .withSystemUUID("")
                .endNodeInfo()
                .withConditions(conditions(before, readiness, now))
                .build();
    }

    private static List<NodeCondition> conditions(@Nullable NodeStatus before, Readiness readiness, Instant now) {
        return List.of(
                condition(before, "Ready", readiness.ready(), readiness.reason(), readiness.message(), now),
                condition(before, "MemoryPressure", false, "KubeletHasSufficientMemory", "ECI supplies memory", now),
                condition(before, "DiskPressure", false, "KubeletHasNoDiskPressure", "ECI supplies disks", now),
                condition(
                        before, "PIDPressure", false, "KubeletHasSufficientPID", "each pod has a host of its own", now),
                condition(
                        before, "NetworkUnavailable", false, "RouteCreated", "the VPC carries the pods' network", now));
    }

    private static NodeCondition condition(
            @Nullable NodeStatus before, String type, boolean holds, String reason, String message, Instant now) {
        String status = holds ? "True" : "False";
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        String since = conditionsOf(before).stream()
                .filter(condition -> type.equals(condition.getType()) && status.equals(condition.getStatus()))
                .map(NodeCondition::getLastTransitionTime)
                .findFirst()
                .orElse(time);
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage(message)
                .withLastHeartbeatTime(time)
                .withLastTransitionTime(since)
                .build();
    }

    private static List<NodeCondition> conditionsOf(@Nullable NodeStatus status) {
        return status == null ? List.of() : status.getConditions();
    }
}
