package io.vnode.eci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateContainerGroupRequestTest {

    @Test
    void keepsSecretsOutOfItsTextForm() {
        CreateContainerGroupRequest request = request()
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .command(List.of("--password", "s3cret"))
                        .environment(List.of(new EnvironmentVariable.Literal("PASSWORD", "s3cret")))
                        .build()))
                .volumes(List.of(new Volume.ConfigFile(
                        "config",
                        List.of(Volume.File.of("key", "s3cret".getBytes(StandardCharsets.UTF_8), null)),
                        null)))
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "s3cret")))
                .build();

        assertThat(List.of(request, request.containers(), request.volumes(), request.registryCredentials())
                        .toString())
                .doesNotContain("s3cret")
                .doesNotContain("czNjcmV0"); // the same in Base64
        assertThat(request.containers().getFirst().environment().toString()).doesNotContain("s3cret");
    }

    @Test
    void refusesATokenThatEciWouldNotTake() {
        assertThatThrownBy(() -> CreateContainerGroupRequest.builder("web", "x".repeat(65))
                        .vSwitchIds(List.of("vsw-1"))
                        .securityGroupId("sg-1")
                        .containers(
                                List.of(ContainerSpec.builder("web", "nginx").build()))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not 1 to 64 ASCII characters");
    }

    @Test
    void refusesAGroupWithoutContainers() {
        assertThatThrownBy(() -> request().containers(List.of()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no container");
    }

    private static CreateContainerGroupRequest.Builder request() {
        return CreateContainerGroupRequest.builder("web", "uid-1")
                .vSwitchIds(List.of("vsw-1"))
                .securityGroupId("sg-1")
                .containers(List.of(ContainerSpec.builder("web", "nginx").build()));
    }
}
