package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvictionWishTest {

    private static final Event RELEASE = new Event("Warning", "n", "SpotToBeReleased", "in 3 minutes", 1, null, null);
    private static final Event FULL = new Event("Warning", "n", "EvictionThresholdMet", "disk is full", 1, null, null);
    private static final Pod SPOT = pod(PodAnnotation.SPOT_RELEASE_STRATEGY, "api-evict");

    @Test
    void evictsAPodThatAsksForItWhenItsSpotInstanceGoes() {
        assertThat(EvictionWish.of(SPOT, group(ContainerGroupStatus.RUNNING, RELEASE)))
                .isEqualTo(new EvictionWish("SpotToBeReleased: in 3 minutes"));
    }

    @Test
    void leavesOtherPodsToTheirFate() {
        assertThat(EvictionWish.of(
                        new PodBuilder().withNewMetadata().endMetadata().build(),
                        group(ContainerGroupStatus.RUNNING, RELEASE)))
                .isNull();
    }

    @Test
    void evictsNobodyBeforeEciAnnouncesAnything() {
        assertThat(EvictionWish.of(SPOT, group(ContainerGroupStatus.RUNNING))).isNull();
    }

    @Test
    void hasNothingToEvictOnceTheInstanceIsGone() {
        assertThat(EvictionWish.of(SPOT, group(ContainerGroupStatus.EXPIRED, RELEASE)))
                .isNull();
    }

    @Test
    void evictsAPodThatAsksForItWhenItsDiskIsFull() {
        Pod pod = pod(PodAnnotation.EVICTION_ENABLE, "true");

        assertThat(EvictionWish.of(pod, group(ContainerGroupStatus.RUNNING, FULL)))
                .isNotNull();
        assertThat(EvictionWish.of(SPOT, group(ContainerGroupStatus.RUNNING, FULL)))
                .isNull();
    }

    private static Pod pod(PodAnnotation annotation, String value) {
        return new PodBuilder()
                .withNewMetadata()
                .addToAnnotations(annotation.key(), value)
                .endMetadata()
                .build();
    }

    private static ContainerGroup group(ContainerGroupStatus status, Event... events) {
        return ContainerGroup.builder("eci-1", "shop-web", status)
                .events(List.of(events))
                .build();
    }
}
