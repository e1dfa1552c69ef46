package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Node object is there as long as its provider, belongs to its users, and never promises too much. */
@ExtendWith(StandExtension.class)
class NodeObjectIT {

    private static final Duration GRACE = Duration.ofSeconds(25);

    @Test
    void comesBackWhenItIsDeleted(ProviderStand stand) {
        stand.startReadyProvider();
        String first = node(stand).getMetadata().getUid();

        stand.client().nodes().withName(stand.name()).delete();

        stand.await().untilAsserted(() -> assertThat(
                        stand.client().nodes().withName(stand.name()).get())
                .isNotNull()
                .satisfies(node -> assertThat(node.getMetadata().getUid()).isNotEqualTo(first)));
        stand.await().until(stand::nodeReady);
    }

    @Test
    void staysCordonedOverARestart(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        stand.client().nodes().withName(stand.name()).edit(node -> new NodeBuilder(node)
                .editSpec()
                .withUnschedulable(true)
                .endSpec()
                .build());

        first.stop(GRACE);
        stand.await().until(() -> !stand.nodeReady());
        stand.startReadyProvider();

        assertThat(node(stand).getSpec().getUnschedulable()).isTrue();
    }

    @Test
    void isNotReadyWhenTheProviderHasEnded(ProviderStand stand) throws InterruptedException {
        Provider provider = stand.startReadyProvider();

        int exit = provider.stop(GRACE);

        assertThat(exit).isIn(0, 143);
        assertThat(stand.nodeReady()).isFalse();
    }

    @Test
    void isNotReadyWhenTheProviderHasEndedAlthoughEciHangs(ProviderStand stand) throws InterruptedException {
        Provider provider = stand.startReadyProvider();
        stand.cloud().faults().add(FaultRule.always("*", new Fault.LateAnswer(Duration.ofHours(1))));
        stand.create(stand.pod("pod"));
        stand.await().until(() -> stand.cloud().calls().count("CreateContainerGroup") > 0);

        provider.stop(GRACE);

        assertThat(stand.nodeReady()).isFalse();
    }

    private static Node node(ProviderStand stand) {
        return stand.client().nodes().withName(stand.name()).require();
    }
}
