package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A provider outlives its API server and catches up with what it could not see. */
@ExtendWith(StandExtension.class)
class ApiServerTroubleIT {

    @Test
    void goesOnAfterTheApiServerWasRestarted(ProviderStand stand) throws InterruptedException {
        Provider provider = stand.startReadyProvider();
        stand.create(stand.pod("stays"));
        stand.create(stand.pod("goes"));
        stand.awaitPhase("stays", "Running");
        stand.awaitPhase("goes", "Running");

        stand.cluster().apiServer().restart();
        stand.delete("goes");
        stand.create(stand.pod("comes"));

        stand.awaitGone("goes");
        stand.awaitPhase("comes", "Running");
        assertThat(stand.phase("stays")).isEqualTo("Running");
        assertThat(provider.process().running()).isTrue();
        new Groups(stand).assertOneForEachPod();
    }

    /** The server has forgotten the revision from which the provider wants to go on, and answers 410. */
    @Test
    void catchesUpWhenItsWatchCannotGoOn(ProviderStand stand) throws InterruptedException {
        Provider provider = stand.startReadyProvider();
        stand.create(stand.pod("goes"));
        stand.awaitPhase("goes", "Running");

        provider.process().pause();
        stand.forceDelete("goes");
        Pod comes = stand.create(stand.pod("comes"));
        stand.cluster().apiServer().compact();
        stand.cluster().apiServer().restart();
        provider.process().resume();

        stand.awaitPhase("comes", "Running");
        stand.await().untilAsserted(() -> assertThat(new Groups(stand).podsOfLiving())
                .containsExactly(comes.getMetadata().getUid()));
    }
}
