package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PodChangeTest {

    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    @Test
    void isNothingWhereNothingDiffers() {
        Pod pod = pod(status("Running", "10.0.0.1").build());

        assertThat(PodChange.between(pod, status("Running", "10.0.0.1").build(), Map.of()))
                .isNull();
    }

    @Test
    void namesTheIncarnationItMeansAndNothingElseOfThePod() {
        Pod change = change(pod(null), status("Running", "10.0.0.1").build(), Map.of("a", "b"));

        assertThat(change.getMetadata().getUid()).isEqualTo("uid-1");
        assertThat(change.getMetadata().getResourceVersion()).isNull();
        assertThat(change.getMetadata().getAnnotations()).isEqualTo(Map.of("a", "b"));
        assertThat(change.getMetadata().getLabels()).isNullOrEmpty();
        assertThat(change.getSpec()).isNull();
    }

    @Test
    void holdsOnlyWhatDiffers() {
        PodStatus now = status("Pending", "10.0.0.1")
                .addNewCondition()
                .withType("example.com/gate")
                .withStatus("False")
                .endCondition()
                .addNewCondition()
                .withType("Initialized")
                .withStatus("True")
                .endCondition()
                .build();
        PodStatus wanted = status("Running", "10.0.0.1")
                .addNewCondition()
                .withType("Initialized")
                .withStatus("True")
                .endCondition()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .build();

        Pod change = change(pod(now), wanted, Map.of());

        assertThat(change.getStatus().getPhase()).isEqualTo("Running");
        assertThat(change.getStatus().getPodIP()).isNull();
        assertThat(change.getStatus().getConditions())
                .extracting(PodCondition::getType)
                .containsExactly("Ready");
    }

    @Test
    void replacesTheAddressesOfAGroupThatMoved() {
        Pod change = change(
                pod(status("Running", "10.0.0.1").build()),
                status("Running", "10.0.0.2").build(),
                Map.of());

        assertThat(KUBERNETES.asJson(change))
                .contains("\"podIPs\":[{\"$patch\":\"replace\"},{\"ip\":\"10.0.0.2\"}]")
                .contains("\"hostIPs\":[{\"$patch\":\"replace\"},{\"ip\":\"10.0.0.2\"}]");
    }

    @Test
    void clearsAReasonThatNoLongerHolds() {
        PodStatus now = status("Pending", "10.0.0.1")
                .withReason("Odd")
                .withMessage("very")
                .build();

        Pod change = change(pod(now), status("Pending", "10.0.0.1").build(), Map.of());

        assertThat(KUBERNETES.asJson(change)).contains("\"reason\":\"\"").contains("\"message\":\"\"");
    }

    private static Pod change(Pod pod, PodStatus wanted, Map<String, String> annotations) {
        return Objects.requireNonNull(PodChange.between(pod, wanted, annotations));
    }

    private static PodStatusBuilder status(String phase, String address) {
        return new PodStatusBuilder()
                .withPhase(phase)
                .withPodIP(address)
                .addNewPodIP(address)
                .withHostIP(address)
                .addNewHostIP(address);
    }

    private static Pod pod(@Nullable PodStatus status) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .withUid("uid-1")
                .withResourceVersion("7")
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withStatus(status)
                .build();
    }
}
