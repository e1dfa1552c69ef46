package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A container group that no pod wants any more is deleted, however its pod went. */
@ExtendWith(StandExtension.class)
class NothingIsLeftBehindIT {

    @Test
    void deletesTheGroupOfAPodThatIsDeletedByForce(ProviderStand stand) {
        stand.startReadyProvider();
        runningPod(stand);

        stand.forceDelete("pod");

        stand.await().untilAsserted(() -> assertThat(new Groups(stand).living()).isEmpty());
    }

    @Test
    void deletesTheGroupOfAPodThatWasDeletedWhileItWasAway(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        runningPod(stand);
        first.kill();

        stand.delete("pod");
        stand.startProvider();

        stand.awaitGone("pod");
        assertThat(new Groups(stand).living()).isEmpty();
    }

    @Test
    void deletesTheGroupOfAPodThatWasDeletedByForceWhileItWasAway(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        runningPod(stand);
        first.kill();

        stand.forceDelete("pod");
        stand.startProvider();

        stand.await().untilAsserted(() -> assertThat(new Groups(stand).living()).isEmpty());
    }

    private static void runningPod(ProviderStand stand) {
        stand.create(stand.pod("pod"));
        stand.awaitPhase("pod", "Running");
    }
}
