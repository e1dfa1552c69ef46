package io.vnode.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vnode.cli.sandbox.process.SandboxProcesses;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPlaneIT {

    @TempDir
    private Path folder;

    @Test
    void answersControlsAndLeavesNoProcessBehind() throws InterruptedException {
        try (ControlPlane plane = ControlPlane.start(folder);
                KubernetesClient kubernetes = client(plane)) {
            kubernetes
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("written")
                            .withNamespace("default")
                            .endMetadata()
                            .addToData("key", "value")
                            .build())
                    .serverSideApply();

            assertThat(kubernetes
                            .configMaps()
                            .inNamespace("default")
                            .withName("written")
                            .get()
                            .getData())
                    .containsEntry("key", "value");
            await().atMost(Duration.ofSeconds(60)) // only a running controller manager makes it
                    .untilAsserted(() -> assertThat(kubernetes
                                    .serviceAccounts()
                                    .inNamespace("default")
                                    .withName("default")
                                    .get())
                            .isNotNull());
            assertThat(kubernetes
                            .configMaps()
                            .inNamespace("kube-system")
                            .withName("extension-apiserver-authentication")
                            .get()
                            .getData())
                    .containsKeys("client-ca-file", "requestheader-client-ca-file");
        }

        assertThat(new SandboxProcesses(folder).running()).isEmpty();
    }

    private static KubernetesClient client(ControlPlane plane) {
        Config config = Config.fromKubeconfig(plane.kubeconfig().toFile());
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
