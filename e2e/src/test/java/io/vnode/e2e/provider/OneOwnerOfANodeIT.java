package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of two processes that bear one node's name, only one acts. */
@ExtendWith(StandExtension.class)
class OneOwnerOfANodeIT {

    private static final String CREATE = "CreateContainerGroup";
    private static final int PODS = 30;

    @Test
    void leavesTheNodeToItsOwnerAndTakesItWhenThatIsGone(ProviderStand stand) throws InterruptedException {
        Provider owner = stand.startReadyProvider();
        stand.startRival();
        createPods(stand, "first");
        awaitRunning(stand);
        assertThat(creationsBy(stand, Cloud.RIVAL_KEY.id())).isEmpty();

        owner.kill();
        createPods(stand, "second");

        awaitRunning(stand);
        new Groups(stand).assertOneForEachPod();
    }

    /** What was on its way when it was stopped still arrives; the client token keeps that from making anything twice. */
    @Test
    void takesUpNothingNewAfterItWasStoppedAndAnotherTookOver(ProviderStand stand) throws InterruptedException {
        try (GroupHistory history = GroupHistory.start(stand)) {
            Provider owner = stand.startReadyProvider();
            createPods(stand, "early");
            stand.await().until(() -> stand.cloud().calls().count(CREATE) > 2);
            owner.process().pause();
            stand.startRival();
            awaitRunning(stand);

            owner.process().resume();
            createPods(stand, "late");
            owner.process().awaitEnd(Duration.ofSeconds(30));

            awaitRunning(stand);
            assertThat(creationsBy(stand, Cloud.KEY.id())).doesNotContainAnyElementsOf(uids(stand, "late"));
            history.assertNeverTwoForOnePod();
            new Groups(stand).assertOneForEachPod();
        }
    }

    private static void createPods(ProviderStand stand, String prefix) {
        for (int i = 0; i < PODS; i++) {
            stand.create(stand.pod(prefix + "-" + i));
        }
    }

    private static void awaitRunning(ProviderStand stand) {
        stand.await().untilAsserted(() -> assertThat(stand.pods())
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(pod.getStatus().getPhase()).isEqualTo("Running")));
    }

    /** For which pods somebody has asked for container groups. */
    private static List<String> creationsBy(ProviderStand stand, String accessKeyId) {
        return stand.cloud().calls().of(CREATE).stream()
                .filter(call -> call.accessKeyId().equals(accessKeyId))
                .map(call -> call.parameters().getOrDefault("ClientToken", ""))
                .toList();
    }

    private static List<String> uids(ProviderStand stand, String prefix) {
        return stand.pods().stream()
                .filter(pod -> pod.getMetadata().getName().startsWith(prefix))
                .map(pod -> pod.getMetadata().getUid())
                .toList();
    }
}
