package io.vnode.eci.sdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.LifecycleHook;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import io.vnode.eci.model.UpdateMode;
import io.vnode.eci.model.Volume;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateParametersTest {

    @Test
    void nameEverythingAsTheServiceDoesInAnUpdate() {
        UpdateContainerGroupRequest request = update().mode(UpdateMode.RENEW)
                .cpu(new BigDecimal("4"))
                .memory(new BigDecimal("8"))
                .restartPolicy(RestartPolicy.NEVER)
                .resourceGroupId("rg-2")
                .tags(Map.of("Stage", "two"))
                .dns(new DnsConfig(List.of("1.1.1.1"), List.of("example.org"), List.of(new NamedValue("ndots", "1"))))
                .containers(List.of(web().postStart(hook()).preStop(hook()).build()))
                .initContainers(List.of(ContainerSpec.builder("init", "busybox")
                        .terminal(new Terminal(true, false, true))
                        .build()))
                .volumes(List.of(
                        new Volume.EmptyDir("scratch", null, "1Gi"),
                        new Volume.ConfigFile("config", List.of(new Volume.File("a", "eA==", null)), null),
                        new Volume.Flex("bucket", "alicloud/oss", null, "{}")))
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "new")))
                .acrRegistries(List.of(AcrRegistry.of("cri-1")))
                .build();

        GoldenParameters.assertMatches(UpdateParameters.of(request), "parameters/update.txt");
    }

    private static LifecycleHook hook() {
        return new LifecycleHook.HttpGet(null, "/", 80, null, List.of(new LifecycleHook.Header("X-From", "eci")));
    }

    static Stream<Consumer<UpdateContainerGroupRequest.Builder>> whatAnUpdateCannotChange() {
        return Stream.of(
                it -> it.containers(List.of(web().environmentHidden(true).build())),
                it -> it.containers(List.of(web().terminationMessagePath("/x").build())),
                it -> it.containers(List.of(web().securityContext(
                                SecurityContext.builder().privileged(true).build())
                        .build())),
                it -> it.initContainers(List.of(web().preStop(hook()).build())),
                it -> it.volumes(List.of(new Volume.Disk("d", "d-1", null, null))),
                it -> it.volumes(List.of(new Volume.ConfigFile("c", List.of(), 0644))));
    }

    @ParameterizedTest
    @MethodSource("whatAnUpdateCannotChange")
    void refuseWhatTheServiceHasNoParameterForInAnUpdate(Consumer<UpdateContainerGroupRequest.Builder> change) {
        UpdateContainerGroupRequest.Builder update = update();
        change.accept(update);

        assertThatThrownBy(update::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ECI takes no");
    }

    private static UpdateContainerGroupRequest.Builder update() {
        return UpdateContainerGroupRequest.builder("eci-1", "token-1");
    }

    private static ContainerSpec.Builder web() {
        return ContainerSpec.builder("web", "nginx:2");
    }
}
