package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API server is written to when something changed, and only about what is the provider's. */
@ExtendWith(StandExtension.class)
class StatusWritesIT {

    private static final String LIST = "DescribeContainerGroups";
    private static final String GATE = "example.com/in-the-load-balancer";
    private static final int PODS = 20;
    private static final int LOOKS = 10;

    @Test
    void nothingIsWrittenAboutPodsWhileNothingChanges(ProviderStand stand) {
        stand.startReadyProvider();
        for (int i = 0; i < PODS; i++) {
            stand.create(stand.pod("pod-" + i));
        }
        stand.await().untilAsserted(() -> assertThat(stand.pods())
                .allSatisfy(pod -> assertThat(pod.getStatus().getPhase()).isEqualTo("Running")));
        awaitLooks(stand);
        List<AuditLog.Write> before = writes(stand);

        // What others change on a pod makes the provider look at it again, and find its status as it should be.
        stand.pods().forEach(pod -> stand.client().resource(pod).edit(StatusWritesIT::labelled));
        awaitLooks(stand);

        assertThat(writes(stand)).isEqualTo(before);
    }

    @Test
    void aPodNeedsFewWritesFromBeginningToEnd(ProviderStand stand) {
        stand.startReadyProvider();

        stand.create(stand.pod("pod"));
        stand.awaitPhase("pod", "Running");
        awaitLooks(stand);
        stand.delete("pod");
        stand.awaitGone("pod");

        assertThat(writes(stand))
                .filteredOn(write -> !"events".equals(write.resource()))
                .hasSizeBetween(2, 5);
    }

    @Test
    void conditionsOfOthersStayWhenTheStatusChanges(ProviderStand stand) {
        stand.startReadyProvider();
        stand.create(endingAfter(stand.pod("pod"), 20)
                .editSpec()
                .addNewReadinessGate(GATE)
                .endSpec());
        stand.awaitPhase("pod", "Running");
        assertThat(condition(stand, "Ready").getStatus()).isEqualTo("False");

        stand.client().pods().inNamespace(stand.name()).withName("pod").editStatus(pod -> withCondition(pod, GATE));
        stand.await().untilAsserted(() -> assertThat(condition(stand, "Ready").getStatus())
                .isEqualTo("True"));
        stand.awaitPhase("pod", "Succeeded");

        assertThat(condition(stand, GATE).getStatus()).isEqualTo("True");
    }

    private static Pod labelled(Pod pod) {
        return new PodBuilder(pod)
                .editMetadata()
                .addToLabels("example.com/changed-by", "somebody-else")
                .endMetadata()
                .build();
    }

    private static PodBuilder endingAfter(PodBuilder pod, int seconds) {
        return pod.editSpec()
                .withRestartPolicy("Never")
                .editFirstContainer()
                .withCommand("sh", "-c", "exit 0 after " + seconds)
                .endContainer()
                .endSpec();
    }

    private static Pod withCondition(Pod pod, String type) {
        PodCondition condition =
                new PodConditionBuilder().withType(type).withStatus("True").build();
        return new PodBuilder(pod)
                .editStatus()
                .addToConditions(condition)
                .endStatus()
                .build();
    }

    private static PodCondition condition(ProviderStand stand, String type) {
        return stand
                .client()
                .pods()
                .inNamespace(stand.name())
                .withName("pod")
                .require()
                .getStatus()
                .getConditions()
                .stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no condition " + type));
    }

    private static List<AuditLog.Write> writes(ProviderStand stand) {
        return stand.cluster().apiServer().audit().writes().stream()
                .filter(write -> write.namespace().equals(stand.name()))
                .toList();
    }

    private static void awaitLooks(ProviderStand stand) {
        long before = stand.cloud().calls().count(LIST);
        stand.await().until(() -> stand.cloud().calls().count(LIST) >= before + LOOKS);
    }
}
