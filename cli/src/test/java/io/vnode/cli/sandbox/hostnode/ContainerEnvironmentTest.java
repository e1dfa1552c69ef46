package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerEnvironmentTest {

    private static final Pod POD = new PodBuilder()
            .withNewMetadata()
            .withName("virtual-node-eci-0")
            .withNamespace("kube-system")
            .addToLabels("app", "x")
            .endMetadata()
            .withNewSpec()
            .endSpec()
            .build();

    private final ContainerEnvironment environment =
            new ContainerEnvironment(POD, new OneSecret(), "192.0.2.2", "host");

    @Test
    void readsSecretsAndPodFields() {
        Map<String, String> variables = environment.of(new ContainerBuilder()
                .addNewEnv()
                .withName("KEY")
                .withNewValueFrom()
                .withNewSecretKeyRef("access-key-id", "alibaba-addon-secret", false)
                .endValueFrom()
                .endEnv()
                .addNewEnv()
                .withName("NODE")
                .withNewValueFrom()
                .withNewFieldRef("v1", "metadata.name")
                .endValueFrom()
                .endEnv()
                .addNewEnv()
                .withName("IP")
                .withNewValueFrom()
                .withNewFieldRef("v1", "status.podIP")
                .endValueFrom()
                .endEnv()
                .addNewEnv()
                .withName("LABEL")
                .withNewValueFrom()
                .withNewFieldRef("v1", "metadata.labels['app']")
                .endValueFrom()
                .endEnv()
                .build());

        assertThat(variables)
                .isEqualTo(Map.of("KEY", "id", "NODE", "virtual-node-eci-0", "IP", "192.0.2.2", "LABEL", "x"));
    }

    @Test
    void replacesReferencesToEarlierVariablesAndNoOthers() {
        Map<String, String> known = Map.of("HOST", "example.com");

        assertThat(ContainerEnvironment.expand("https://$(HOST)/$(NONE) $$(HOST)", known))
                .isEqualTo("https://example.com/$(NONE) $(HOST)");
    }

    @Test
    void namesTheKeyThatIsMissing() {
        assertThatThrownBy(() -> environment.of(new ContainerBuilder()
                        .addNewEnv()
                        .withName("KEY")
                        .withNewValueFrom()
                        .withNewSecretKeyRef("other", "alibaba-addon-secret", false)
                        .endValueFrom()
                        .endEnv()
                        .build()))
                .isInstanceOf(UnrunnableException.class)
                .hasMessage("couldn't find key other in Secret alibaba-addon-secret");
    }

    private static final class OneSecret implements PodInputs {

        @Override
        public Map<String, byte[]> secret(String name, boolean optional) {
            return Map.of("access-key-id", "id".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, byte[]> configMap(String name, boolean optional) {
            return Map.of();
        }
    }
}
