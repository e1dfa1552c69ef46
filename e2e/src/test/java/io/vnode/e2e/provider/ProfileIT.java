package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What {@code eci-profile} says acts on the next pod, without a restart and never on a running one. */
@ExtendWith(StandExtension.class)
class ProfileIT {

    /** The promise: a change acts on the next pod within this time. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final AtomicInteger pods = new AtomicInteger();

    @AfterEach
    void takeTheProfileAway(ProviderStand stand) {
        stand.client().resource(profile(Cloud.SECURITY_GROUP)).delete();
    }

    @Test
    void aChangeActsOnTheNextPodAndNotOnARunningOne(ProviderStand stand) {
        stand.startReadyProvider();
        Pod running = nextPod(stand);

        stand.client().resource(profile(Cloud.OTHER_SECURITY_GROUP)).create();

        stand.await().atMost(SOON).untilAsserted(() -> assertThat(securityGroupOf(nextPod(stand), stand))
                .isEqualTo(Cloud.OTHER_SECURITY_GROUP));
        assertThat(securityGroupOf(running, stand)).isEqualTo(Cloud.SECURITY_GROUP);
    }

    @Test
    void aMalformedProfileLeavesTheLastGoodOneInPlace(ProviderStand stand) {
        stand.client().resource(profile(Cloud.OTHER_SECURITY_GROUP)).create();
        stand.startReadyProvider();
        assertThat(securityGroupOf(nextPod(stand), stand)).isEqualTo(Cloud.OTHER_SECURITY_GROUP);

        stand.client().resource(profile("not a security group")).update();
        stand.await().until(() -> stand.client().v1().events().inNamespace("kube-system").list().getItems().stream()
                .anyMatch(event -> "InvalidProfile".equals(event.getReason())));

        assertThat(securityGroupOf(nextPod(stand), stand)).isEqualTo(Cloud.OTHER_SECURITY_GROUP);
    }

    /** A pod that is made now, once it runs. */
    private Pod nextPod(ProviderStand stand) {
        String name = "pod-" + pods.incrementAndGet();
        Pod pod = stand.create(stand.pod(name));
        stand.awaitPhase(name, "Running");
        return pod;
    }

    private static String securityGroupOf(Pod pod, ProviderStand stand) {
        return new Groups(stand).of(pod).spec().securityGroupId();
    }

    private static ConfigMap profile(String securityGroupId) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("kube-system")
                .withName("eci-profile")
                .endMetadata()
                .addToData("securityGroupId", securityGroupId)
                .build();
    }
}
