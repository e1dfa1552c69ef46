package io.vnode.provider.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AbandonedNodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NODE = "virtual-node-eci-7";

    private String lease = "17";
    private boolean pod;
    private boolean unreachable;
    private long nanos = 1;
    private final AbandonedNodes nodes = new AbandonedNodes(_ -> answer(lease), _ -> pod, PATIENCE, () -> nanos);

    private <T> T answer(T answer) {
        if (unreachable) {
            throw new KubernetesClientException("timed out");
        }
        return answer;
    }

    @Test
    void aNodeWhoseLeaseStaysAsItIsAndThatHasNoPodIsAbandoned() {
        nodes.abandoned(NODE);
        pass(PATIENCE);

        assertThat(nodes.abandoned(NODE)).isTrue();
    }

    @Test
    void noNodeIsAbandonedAtFirstSight() {
        lease = "absent";

        assertThat(nodes.abandoned(NODE)).isFalse();
    }

    @Test
    void aNodeWhoseLeaseIsRenewedLives() {
        nodes.abandoned(NODE);
        pass(PATIENCE);
        lease = "18";

        assertThat(nodes.abandoned(NODE)).isFalse();
    }

    @Test
    void aNodeWhosePodIsComingBackIsWaitedFor() {
        nodes.abandoned(NODE);
        pass(PATIENCE);
        pod = true;
        boolean withPod = nodes.abandoned(NODE);
        pod = false;

        assertThat(withPod).isFalse();
        assertThat(nodes.abandoned(NODE)).as("and the waiting starts anew").isFalse();
    }

    @Test
    void anUnreachableApiServerSaysNothing() {
        nodes.abandoned(NODE);
        pass(PATIENCE);
        unreachable = true;

        assertThat(nodes.abandoned(NODE)).isFalse();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
