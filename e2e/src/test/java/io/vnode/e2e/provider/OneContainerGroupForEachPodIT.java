package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pod gets at most one container group, whatever becomes of the calls that ask for it. */
@ExtendWith(StandExtension.class)
class OneContainerGroupForEachPodIT {

    private static final String CREATE = "CreateContainerGroup";
    private static final int PODS = 20;

    @Test
    void makesNoSecondOneWhenAnswersAreLost(ProviderStand stand) {
        stand.cloud().faults().add(FaultRule.share(0.25, 1, CREATE, new Fault.CloseAfterWork()));
        stand.cloud().faults().add(FaultRule.share(0.25, 2, CREATE, new Fault.TruncatedAnswer()));
        stand.cloud().faults().add(FaultRule.share(0.25, 3, CREATE, Fault.internalError()));
        stand.cloud().faults().add(FaultRule.share(0.25, 4, CREATE, Fault.throttled()));

        try (GroupHistory history = GroupHistory.start(stand)) {
            stand.startReadyProvider();
            for (int i = 0; i < PODS; i++) {
                stand.create(stand.pod("pod-" + i));
            }
            stand.await().untilAsserted(() -> assertThat(stand.pods())
                    .allSatisfy(pod -> assertThat(pod.getStatus().getPhase()).isEqualTo("Running")));

            history.assertNeverTwoForOnePod();
            new Groups(stand).assertOneForEachPod();
        }
    }

    @Test
    void makesNoSecondOneWhenKilledBeforeTheAnswer(ProviderStand stand) throws InterruptedException {
        stand.cloud().faults().next(1, CREATE, new Fault.LateAnswer(Duration.ofHours(1)));
        try (GroupHistory history = GroupHistory.start(stand)) {
            Provider first = stand.startReadyProvider();
            stand.create(stand.pod("pod"));
            stand.await().until(() -> stand.cloud().calls().count(CREATE) == 1);

            first.kill();
            stand.startProvider();

            stand.awaitPhase("pod", "Running");
            history.assertNeverTwoForOnePod();
            new Groups(stand).assertOneForEachPod();
        }
    }

    @Test
    void givesAPodThatIsMadeAgainUnderItsNameAGroupOfItsOwn(ProviderStand stand) {
        stand.startReadyProvider();
        stand.cloud().faults().next(1, CREATE, new Fault.LateAnswer(Duration.ofSeconds(2)));
        stand.create(stand.pod("pod"));
        stand.await().until(() -> stand.cloud().calls().count(CREATE) == 1);

        stand.forceDelete("pod");
        Pod second = stand.create(stand.pod("pod"));

        stand.awaitPhase("pod", "Running");
        stand.await().untilAsserted(() -> assertThat(new Groups(stand).podsOfLiving())
                .containsExactly(second.getMetadata().getUid()));
    }
}
