package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pods at the edge of what Kubernetes allows, or beyond what ECI does. */
@ExtendWith(StandExtension.class)
class HardPodsIT {

    private static final int LONGEST_NAME = 253;
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void runsAPodWithTheLongestNameAndKnowsItAgain(ProviderStand stand) throws InterruptedException {
        String name = "a".repeat(LONGEST_NAME);
        Provider first = stand.startReadyProvider();
        stand.create(stand.pod(name));
        stand.awaitPhase(name, "Running");

        first.kill();
        stand.startProvider();
        stand.delete(name);

        stand.awaitGone(name);
        assertThat(new Groups(stand).living()).isEmpty();
        assertThat(stand.cloud().calls().count("CreateContainerGroup")).isEqualTo(1);
    }

    @Test
    void refusesMoreContainersThanEciTakes(ProviderStand stand) {
        stand.startReadyProvider();
        PodBuilder pod = stand.pod("pod");
        for (int i = 1; i < 30; i++) {
            pod.editSpec()
                    .addToContainers(new ContainerBuilder()
                            .withName("container-" + i)
                            .withImage("nginx")
                            .build())
                    .endSpec();
        }

        stand.create(pod);

        stand.awaitPhase("pod", "Failed");
        assertThat(new Groups(stand).living()).isEmpty();
    }

    @Test
    void refusesASecretThatIsLargerThanEciTakes(ProviderStand stand) {
        stand.startReadyProvider();
        stand.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(stand.name())
                        .withName("large")
                        .endMetadata()
                        .withData(Map.of("data", Base64.getEncoder().encodeToString(new byte[MEBIBYTE - 1024])))
                        .build())
                .create();

        stand.create(stand.pod("pod")
                .editSpec()
                .addNewVolume()
                .withName("large")
                .withNewSecret()
                .withSecretName("large")
                .endSecret()
                .endVolume()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("large")
                .withMountPath("/large")
                .endVolumeMount()
                .endContainer()
                .endSpec());

        stand.awaitPhase("pod", "Failed");
        stand.create(stand.pod("next"));
        stand.awaitPhase("next", "Running");
    }

    @Test
    void startsAPodWhenItsConfigMapAppears(ProviderStand stand) {
        stand.startReadyProvider();
        stand.create(stand.pod("pod")
                .editSpec()
                .editFirstContainer()
                .addNewEnvFrom()
                .withNewConfigMapRef()
                .withName("settings")
                .endConfigMapRef()
                .endEnvFrom()
                .endContainer()
                .endSpec());
        stand.await().untilAsserted(() -> assertThat(events(stand))
                .anySatisfy(event -> assertThat(event.getMessage()).contains("settings")));
        assertThat(new Groups(stand).living()).isEmpty();

        stand.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(stand.name())
                        .withName("settings")
                        .endMetadata()
                        .withData(Map.of("COLOUR", "green"))
                        .build())
                .create();

        stand.awaitPhase("pod", "Running");
    }

    @Test
    void leavesAPodOfADaemonSetAlone(ProviderStand stand) {
        stand.startReadyProvider();

        stand.create(stand.pod("pod")
                .editMetadata()
                .addNewOwnerReference()
                .withApiVersion("apps/v1")
                .withKind("DaemonSet")
                .withName("agent")
                .withUid("11111111-2222-3333-4444-555555555555")
                .withController(true)
                .endOwnerReference()
                .endMetadata());

        stand.await()
                .untilAsserted(() ->
                        assertThat(events(stand)).extracting(Event::getReason).contains("DaemonSetNotSupported"));
        assertThat(stand.cloud().calls().count("CreateContainerGroup")).isZero();
        stand.delete("pod");
        stand.awaitGone("pod");
    }

    private static List<Event> events(ProviderStand stand) {
        return stand.client().v1().events().inNamespace(stand.name()).list().getItems();
    }
}
