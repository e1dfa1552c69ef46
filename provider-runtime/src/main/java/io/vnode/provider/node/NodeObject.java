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
import io.vnode.addon.Labels;
import io.vnode.addon.Taints;
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

    private static final Taint TAINT = new Taint(Taints.EFFECT, Taints.KEY, null, Taints.VALUE);

    private NodeObject() {}

    /** The node as it is registered. */
    static Node registered(NodeDescription node) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(node.name())
                .withLabels(labels(node))
                .endMetadata()
                .withNewSpec()
                .withTaints(TAINT)
                .endSpec()
                .build();
    }

    /**
     * The node as it should be, given how it is: our labels and our taint are put back, whatever others added stays, a
     * cordon included. Null when nothing is to be changed.
     */
    static @Nullable Node corrected(Node node, NodeDescription description) {
        Map<String, String> labels = new LinkedHashMap<>(
                Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.of()));
        labels.putAll(labels(description));
        List<Taint> taints = new ArrayList<>(node.getSpec().getTaints());
        boolean tainted = taints.stream()
                .anyMatch(taint -> Taints.KEY.equals(taint.getKey())
                        && Taints.VALUE.equals(taint.getValue())
                        && Taints.EFFECT.equals(taint.getEffect()));
        if (tainted && labels.equals(node.getMetadata().getLabels())) {
            return null;
        }
        if (!tainted) {
            taints.removeIf(taint -> Taints.KEY.equals(taint.getKey()) && Taints.EFFECT.equals(taint.getEffect()));
            taints.add(TAINT);
        }
        return node.edit()
                .editMetadata()
                .withLabels(labels)
                .endMetadata()
                .editSpec()
                .withTaints(taints)
                .endSpec()
                .build();
    }

    private static Map<String, String> labels(NodeDescription node) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.TYPE, Labels.TYPE_VIRTUAL_KUBELET);
        labels.put(Labels.ROLE, Labels.ROLE_AGENT);
        labels.put("kubernetes.io/hostname", node.name());
        labels.put("kubernetes.io/os", "linux");
        labels.put("kubernetes.io/arch", "amd64");
        labels.put("topology.kubernetes.io/region", node.regionId());
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
