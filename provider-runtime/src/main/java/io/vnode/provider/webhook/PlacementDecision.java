package io.vnode.provider.webhook;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.vnode.addon.Labels;
import io.vnode.addon.Taints;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a pod goes to a virtual node, and what it lacks to get there. Decided from the pod and its namespace alone. */
sealed interface PlacementDecision {

    /** The pod is no business of ours. */
    record LeaveAlone(String why) implements PlacementDecision {}

    /**
     * The pod goes to a virtual node.
     *
     * @param addAffinity whether it has no required node affinity yet, so that one is to be added
     * @param termsToNarrow the required terms, by index, that do not ask for a virtual node yet
     * @param addToleration whether it does not tolerate the taint yet
     */
    record Send(boolean addAffinity, List<Integer> termsToNarrow, boolean addToleration) implements PlacementDecision {

        public Send {
            termsToNarrow = List.copyOf(termsToNarrow);
        }

        /** Whether nothing is missing. */
        boolean complete() {
            return !addAffinity && termsToNarrow.isEmpty() && !addToleration;
        }
    }

    /**
     * Decides.
     *
     * @param pod the pod as it is about to be created
     * @param namespaceLabels labels of its namespace
     */
    static PlacementDecision of(Pod pod, Map<String, String> namespaceLabels) {
        Map<String, String> labels = orEmpty(pod.getMetadata().getLabels());
        boolean selected = Labels.TYPE_VIRTUAL_KUBELET.equals(
                orEmpty(pod.getSpec().getNodeSelector()).get(Labels.TYPE));
        if (hasEciLabel(labels, "false")) {
            return new LeaveAlone("the pod opts out");
        }
        if (ownedByDaemonSet(pod)) {
            return new LeaveAlone("virtual nodes do not run the pods of DaemonSets");
        }
        if (isSet(pod.getSpec().getNodeName())) {
            return new LeaveAlone("the pod names its node");
        }
        boolean asked = selected || hasEciLabel(labels, "true") || optedIn(namespaceLabels);
        return asked ? send(pod.getSpec(), selected) : new LeaveAlone("nobody asks for a virtual node");
    }

    private static boolean optedIn(Map<String, String> namespaceLabels) {
        return hasEciLabel(namespaceLabels, "true")
                || Labels.AFFINITY_INJECTION_ENABLED.equals(namespaceLabels.get(Labels.AFFINITY_INJECTION));
    }

    private static boolean hasEciLabel(Map<String, String> labels, String value) {
        return value.equals(labels.get(Labels.ECI)) || value.equals(labels.get(Labels.ALIBABACLOUD_ECI));
    }

    private static boolean ownedByDaemonSet(Pod pod) {
        return pod.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> "DaemonSet".equals(owner.getKind()) && Boolean.TRUE.equals(owner.getController()));
    }

    private static Send send(PodSpec spec, boolean selected) {
        boolean tolerates = spec.getTolerations().stream().anyMatch(PlacementDecision::toleratesOurTaint);
        if (selected) {
            // The selector says already what an affinity would.
            return new Send(false, List.of(), !tolerates);
        }
        List<NodeSelectorTerm> terms = requiredTerms(spec.getAffinity());
        List<Integer> toNarrow = IntStream.range(0, terms.size())
                .filter(index -> !empty(terms.get(index)) && !asksForVirtualNode(terms.get(index)))
                .boxed()
                .toList();
        return new Send(terms.isEmpty(), toNarrow, !tolerates);
    }

    /** Terms are alternatives, so each of them has to ask for a virtual node. */
    private static List<NodeSelectorTerm> requiredTerms(@Nullable Affinity affinity) {
        NodeAffinity nodes = affinity == null ? null : affinity.getNodeAffinity();
        NodeSelector required = nodes == null ? null : nodes.getRequiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.getNodeSelectorTerms();
    }

    /** A term without any requirement matches no node at all; with one of ours it would match virtual nodes. */
    private static boolean empty(NodeSelectorTerm term) {
        return term.getMatchExpressions().isEmpty() && term.getMatchFields().isEmpty();
    }

    private static boolean asksForVirtualNode(NodeSelectorTerm term) {
        return term.getMatchExpressions().contains(virtualNode());
    }

    /** What a node has to satisfy to be a virtual one. */
    static NodeSelectorRequirement virtualNode() {
        return new NodeSelectorRequirement(Labels.TYPE, "In", List.of(Labels.TYPE_VIRTUAL_KUBELET));
    }

    /** What a pod needs to get past the taint. */
    static Toleration toleration() {
        return new Toleration(null, Taints.KEY, "Exists", null, null);
    }

    private static boolean toleratesOurTaint(Toleration toleration) {
        boolean exists = "Exists".equals(toleration.getOperator());
        boolean key = isSet(toleration.getKey()) ? Taints.KEY.equals(toleration.getKey()) : exists;
        boolean value = exists || Taints.VALUE.equals(toleration.getValue());
        boolean effect = !isSet(toleration.getEffect()) || Taints.EFFECT.equals(toleration.getEffect());
        return key && value && effect;
    }

    private static boolean isSet(@Nullable String text) {
        return !Objects.requireNonNullElse(text, "").isEmpty();
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }
}
