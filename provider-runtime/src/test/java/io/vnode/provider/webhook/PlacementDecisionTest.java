package io.vnode.provider.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementDecisionTest {

    private static final PlacementDecision ALL_MISSING = new PlacementDecision.Send(true, List.of(), true);

    @ParameterizedTest
    @CsvSource({"eci,true", "alibabacloud.com/eci,true"})
    void sendsAPodWithTheLabel(String label, String value) {
        Pod pod = pod().editMetadata().addToLabels(label, value).endMetadata().build();

        assertThat(PlacementDecision.of(pod, Map.of())).isEqualTo(ALL_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"eci,true", "alibabacloud.com/eci,true", "virtual-node-affinity-injection,enabled"})
    void sendsThePodsOfANamespaceWithTheLabel(String label, String value) {
        assertThat(PlacementDecision.of(pod().build(), Map.of(label, value))).isEqualTo(ALL_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"eci,yes", "eci,false", "virtual-node-affinity-injection,disabled", "other,true"})
    void leavesThePodsOfOtherNamespacesAlone(String label, String value) {
        assertThat(PlacementDecision.of(pod().build(), Map.of(label, value)))
                .isInstanceOf(PlacementDecision.LeaveAlone.class);
    }

    @ParameterizedTest
    @CsvSource({"eci", "alibabacloud.com/eci"})
    void leavesAPodAloneThatOptsOutOfItsNamespace(String label) {
        Pod pod = pod().editMetadata().addToLabels(label, "false").endMetadata().build();

        assertThat(PlacementDecision.of(pod, Map.of("eci", "true"))).isInstanceOf(PlacementDecision.LeaveAlone.class);
    }

    @Test
    void givesAPodThatSelectsVirtualNodesItsTolerationOnly() {
        Pod pod = pod().editSpec()
                .addToNodeSelector("type", "virtual-kubelet")
                .endSpec()
                .build();

        assertThat(PlacementDecision.of(pod, Map.of())).isEqualTo(new PlacementDecision.Send(false, List.of(), true));
    }

    @Test
    void leavesThePodsOfDaemonSetsAlone() {
        Pod pod = pod().editMetadata()
                .addToLabels("eci", "true")
                .addNewOwnerReference()
                .withKind("DaemonSet")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .build();

        assertThat(PlacementDecision.of(pod, Map.of())).isInstanceOf(PlacementDecision.LeaveAlone.class);
    }

    @Test
    void leavesAPodAloneThatNamesItsNode() {
        Pod pod = labelled().editSpec().withNodeName("worker-1").endSpec().build();

        assertThat(PlacementDecision.of(pod, Map.of())).isInstanceOf(PlacementDecision.LeaveAlone.class);
    }

    @Test
    void narrowsEveryAlternativeThatThePodAllows() {
        NodeSelectorTerm elsewhere = term("zone", "a");
        NodeSelectorTerm virtual = term("type", "virtual-kubelet");
        NodeSelectorTerm nothing = new NodeSelectorTerm();
        Pod pod = requiring(elsewhere, virtual, nothing, elsewhere);

        assertThat(PlacementDecision.of(pod, Map.of()))
                .isEqualTo(new PlacementDecision.Send(false, List.of(0, 3), true));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "virtual-kubelet.io/provider, Exists, -, -, true",
                "virtual-kubelet.io/provider, Exists, -, NoSchedule, true",
                "virtual-kubelet.io/provider, Equal, alibabacloud, NoSchedule, true",
                "virtual-kubelet.io/provider, -, alibabacloud, -, true",
                "-, Exists, -, -, true",
                "virtual-kubelet.io/provider, Exists, -, NoExecute, false",
                "virtual-kubelet.io/provider, Equal, other, NoSchedule, false",
                "other, Exists, -, -, false"
            })
    void knowsWhetherThePodToleratesTheTaintAlready(
            String key, String operator, String value, String effect, boolean tolerates) {
        Pod pod = labelled()
                .editSpec()
                .withTolerations(new Toleration(effect, key, operator, null, value))
                .endSpec()
                .build();

        assertThat(PlacementDecision.of(pod, Map.of()))
                .isEqualTo(new PlacementDecision.Send(true, List.of(), !tolerates));
    }

    private static PodBuilder pod() {
        return new PodBuilder().withNewMetadata().endMetadata().withNewSpec().endSpec();
    }

    private static PodBuilder labelled() {
        return pod().editMetadata().addToLabels("eci", "true").endMetadata();
    }

    private static Pod requiring(NodeSelectorTerm... terms) {
        return labelled()
                .editSpec()
                .withNewAffinity()
                .withNewNodeAffinity()
                .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                .withNodeSelectorTerms(terms)
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endNodeAffinity()
                .endAffinity()
                .endSpec()
                .build();
    }

    private static NodeSelectorTerm term(String key, String value) {
        return new NodeSelectorTermBuilder()
                .addNewMatchExpression()
                .withKey(key)
                .withOperator("In")
                .withValues(value)
                .endMatchExpression()
                .build();
    }
}
