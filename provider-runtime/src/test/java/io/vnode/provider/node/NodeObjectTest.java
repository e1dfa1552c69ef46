package io.vnode.provider.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.vnode.addon.Taints;
import io.vnode.addon.settings.NodeCapacity;
import io.vnode.addon.settings.NodeTaint;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeObjectTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final NodeDescription NODE = new NodeDescription(
            "virtual-node-eci-0",
            "cn-hangzhou",
            Set.of(),
            "10.0.0.7",
            10250,
            new NodeCapacity("1000", "4Ti", 3000),
            new NodeTaint(Taints.KEY, Taints.VALUE, Taints.EFFECT),
            "v1.36.3-vnode-0.1.0",
            "0.1.0");

    @Test
    void looksAsUsersOfTheAddonKnowIt() {
        Node node = NodeObject.registered(NODE);

        assertThat(node.getMetadata().getLabels())
                .containsEntry("type", "virtual-kubelet")
                .containsEntry("kubernetes.io/role", "agent")
                .containsEntry("kubernetes.io/hostname", "virtual-node-eci-0")
                .containsEntry("node.kubernetes.io/exclude-from-external-load-balancers", "true")
                .containsEntry("alpha.service-controller.kubernetes.io/exclude-balancer", "true");
        assertThat(node.getSpec().getTaints())
                .containsExactly(new Taint("NoSchedule", "virtual-kubelet.io/provider", null, "alibabacloud"));
    }

    @Test
    void saysWhereItsKubeletIsAndWhatItHas() {
        NodeStatus status = NodeObject.status(NODE, null, Readiness.yes(), NOW);

        assertThat(status.getAddresses())
                .containsExactly(
                        new NodeAddress("10.0.0.7", "InternalIP"), new NodeAddress("virtual-node-eci-0", "Hostname"));
        assertThat(status.getDaemonEndpoints().getKubeletEndpoint().getPort()).isEqualTo(10250);
        assertThat(status.getCapacity()).containsEntry("pods", new Quantity("3000"));
        assertThat(status.getNodeInfo().getKubeletVersion()).isEqualTo("v1.36.3-vnode-0.1.0");
    }

    @Test
    void keepsTheTimeOfTheLastTransitionWhileNothingChanges() {
        NodeStatus before = NodeObject.status(NODE, null, Readiness.yes(), NOW);

        NodeStatus after = NodeObject.status(NODE, before, Readiness.yes(), NOW.plusSeconds(60));

        assertThat(ready(after).getLastTransitionTime()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(ready(after).getLastHeartbeatTime()).isEqualTo("2026-01-01T00:01:00Z");
    }

    @Test
    void saysSinceWhenAndWhyItIsNotReady() {
        NodeStatus before = NodeObject.status(NODE, null, Readiness.yes(), NOW);

        NodeStatus after =
                NodeObject.status(NODE, before, Readiness.no("ECIUnreachable", "refused"), NOW.plusSeconds(60));

        assertThat(ready(after).getStatus()).isEqualTo("False");
        assertThat(ready(after).getReason()).isEqualTo("ECIUnreachable");
        assertThat(ready(after).getLastTransitionTime()).isEqualTo("2026-01-01T00:01:00Z");
    }

    @Test
    void changesNothingOnANodeThatIsAsItShouldBe() {
        assertThat(NodeObject.corrected(NodeObject.registered(NODE), NODE)).isNull();
    }

    @Test
    void keepsACordonAndWhatOthersAddedWhenItPutsThingsRight() {
        Node tampered = NodeObject.registered(NODE)
                .edit()
                .editMetadata()
                .removeFromLabels("type")
                .addToLabels("team", "a")
                .endMetadata()
                .editSpec()
                .withUnschedulable(true)
                .withTaints(new Taint("NoSchedule", "node.kubernetes.io/unschedulable", null, null))
                .endSpec()
                .build();

        Node corrected = Objects.requireNonNull(NodeObject.corrected(tampered, NODE));

        assertThat(corrected.getSpec().getUnschedulable()).isTrue();
        assertThat(corrected.getSpec().getTaints())
                .extracting(Taint::getKey)
                .containsExactly("node.kubernetes.io/unschedulable", "virtual-kubelet.io/provider");
        assertThat(corrected.getMetadata().getLabels())
                .containsEntry("team", "a")
                .containsEntry("type", "virtual-kubelet");
    }

    @Test
    void carriesTheZoneOfItsVSwitches() {
        Node node = NodeObject.registered(NODE.inZones(Set.of("cn-hangzhou-h")));

        assertThat(node.getMetadata().getLabels()).containsEntry("topology.kubernetes.io/zone", "cn-hangzhou-h");
    }

    @Test
    void namesSeveralZonesWithoutPretendingToBeInOne() {
        Node before = NodeObject.registered(NODE.inZones(Set.of("cn-hangzhou-h")));

        Node after = Objects.requireNonNull(
                NodeObject.corrected(before, NODE.inZones(Set.of("cn-hangzhou-i", "cn-hangzhou-h"))));

        assertThat(after.getMetadata().getLabels()).doesNotContainKey("topology.kubernetes.io/zone");
        assertThat(after.getMetadata().getAnnotations()).containsEntry("vnode.io/zones", "cn-hangzhou-h,cn-hangzhou-i");
    }

    @Test
    void keepsTheZoneItHadWhileTheZonesAreNotKnown() {
        Node before = NodeObject.registered(NODE.inZones(Set.of("cn-hangzhou-h")));

        assertThat(NodeObject.corrected(before, NODE)).isNull();
    }

    @Test
    void tellsTheVersionOfItsProvider() {
        assertThat(NodeObject.registered(NODE).getMetadata().getAnnotations())
                .containsEntry("k8s.aliyun.com/vk-version", "0.1.0");
    }

    @Test
    void replacesTheUsualTaintByTheOneOfTheSettings() {
        Node before = NodeObject.registered(NODE);
        NodeDescription changed = new NodeDescription(
                NODE.name(),
                NODE.regionId(),
                NODE.zoneIds(),
                NODE.address(),
                NODE.kubeletPort(),
                NODE.capacity(),
                new NodeTaint("example.com/burst", "", "NoExecute"),
                NODE.version(),
                NODE.providerVersion());

        Node after = Objects.requireNonNull(NodeObject.corrected(before, changed));

        assertThat(after.getSpec().getTaints()).containsExactly(new Taint("NoExecute", "example.com/burst", null, ""));
        assertThat(NodeObject.corrected(after, changed)).isNull();
    }

    private static NodeCondition ready(NodeStatus status) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .findFirst()
                .orElseThrow();
    }
}
