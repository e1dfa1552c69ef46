package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pod that has ended, or whose container group is lost, is never run again. */
@ExtendWith(StandExtension.class)
class PodsEndOnceIT {

    private static final String CREATE = "CreateContainerGroup";

    @Test
    void failsAPodWhoseContainerGroupHasVanished(ProviderStand stand) {
        stand.startReadyProvider();
        var pod = stand.create(stand.pod("pod"));
        // What others run shows that ECI can be believed.
        stand.create(stand.pod("other"));
        stand.awaitPhase("pod", "Running");
        stand.awaitPhase("other", "Running");

        stand.cloud().containerGroups().vanish(new Groups(stand).of(pod).id());

        stand.awaitPhase("pod", "Failed");
        assertThat(stand.find("pod"))
                .satisfies(failed -> assertThat(failed.getStatus().getReason()).isEqualTo("ContainerGroupLost"));
        assertThat(stand.cloud().calls().count(CREATE)).isEqualTo(2);
    }

    @Test
    void doesNotRunAPodAgainThatHasSucceeded(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        stand.create(once(stand.pod("pod"), "exit 0"));
        stand.awaitPhase("pod", "Succeeded");

        first.kill();
        stand.startReadyProvider();
        stand.create(stand.pod("later"));
        stand.awaitPhase("later", "Running");

        assertThat(stand.phase("pod")).isEqualTo("Succeeded");
        assertThat(stand.cloud().calls().count(CREATE)).isEqualTo(2);
    }

    @Test
    void doesNotRunAPodAgainWhoseGroupVanishedWhileItWasAway(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        var pod = stand.create(once(stand.pod("pod"), "sleep infinity"));
        stand.create(stand.pod("other"));
        stand.awaitPhase("pod", "Running");
        stand.awaitPhase("other", "Running");
        first.kill();

        stand.cloud().containerGroups().vanish(new Groups(stand).of(pod).id());
        stand.startProvider();

        stand.awaitPhase("pod", "Failed");
        assertThat(stand.cloud().calls().count(CREATE)).isEqualTo(2);
    }

    private static PodBuilder once(PodBuilder pod, String script) {
        return pod.editSpec()
                .withRestartPolicy("Never")
                .editFirstContainer()
                .withCommand("sh", "-c", script)
                .endContainer()
                .endSpec();
    }
}
