package io.vnode.eci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> requestsBeyondALimit() {
        return Stream.of(
                arguments("is not of 2 to 128", builder(it -> {}, "Upper")),
                arguments("11 vSwitches", order(it -> it.vSwitchIds(Collections.nCopies(11, "vsw-1")))),
                arguments("21 containers", order(it -> it.containers(Collections.nCopies(21, web().build())))),
                arguments("21 init containers", order(it -> it.initContainers(Collections.nCopies(21, web().build())))),
                arguments(
                        "ECI takes no probes",
                        order(it -> it.initContainers(List.of(
                                web().terminal(new Terminal(true, false, false)).build())))),
                arguments(
                        "21 volumes",
                        order(it -> it.volumes(Collections.nCopies(21, new Volume.EmptyDir("a", null, null))))),
                arguments(
                        "has 32769 bytes",
                        order(it -> it.volumes(List.of(new Volume.ConfigFile(
                                "c", List.of(Volume.File.of("f", new byte[32_769], null)), null))))),
                arguments(
                        "91 files",
                        order(it -> it.volumes(List.of(new Volume.ConfigFile(
                                "c", Collections.nCopies(91, Volume.File.of("f", new byte[1], null)), null))))),
                arguments(
                        "11 registry credentials",
                        order(it -> it.registryCredentials(
                                Collections.nCopies(11, new RegistryCredential("s", "u", "p"))))),
                arguments("the key of tag 'aliyun-x'", order(it -> it.tags(Map.of("aliyun-x", "y")))),
                arguments("the value of tag 'x'", order(it -> it.tags(Map.of("x", "y".repeat(129))))),
                arguments(
                        "environment variable '1ST'",
                        container(it -> it.environment(List.of(new EnvironmentVariable.Literal("1ST", "x"))))),
                arguments(
                        "241 environment variables",
                        container(it ->
                                it.environment(Collections.nCopies(241, new EnvironmentVariable.Literal("X", "x"))))),
                arguments(
                        "21 words of a probe",
                        container(it ->
                                it.livenessProbe(Probe.builder(new Probe.Handler.Exec(Collections.nCopies(21, "x")))
                                        .build()))),
                arguments(
                        "successThreshold is 2",
                        container(it -> it.readinessProbe(Probe.builder(new Probe.Handler.TcpSocket(80))
                                .successThreshold(2)
                                .build()))),
                arguments(
                        "port 0 is not within",
                        container(it -> it.readinessProbe(Probe.builder(new Probe.Handler.HttpGet("/", 0, null))
                                .build()))),
                arguments("maxPendingMinutes is 9", order(it -> it.scheduling(new Scheduling(null, null, 9)))),
                arguments(
                        "21 name servers",
                        order(it -> it.networking(Networking.builder()
                                .dns(new DnsConfig(Collections.nCopies(21, "1.1.1.1"), List.of(), List.of()))
                                .build()))),
                arguments(
                        "51 names of host alias",
                        order(it -> it.networking(Networking.builder()
                                .hostAliases(List.of(new HostAlias("10.0.0.1", Collections.nCopies(51, "x"))))
                                .build()))),
                arguments(
                        "a spot price limit is needed",
                        order(it -> it.instance(InstanceOptions.builder()
                                .spot(new SpotOptions(SpotStrategy.SPOT_WITH_PRICE_LIMIT, null, null, null))
                                .build()))),
                arguments(
                        "spot price limit 0.1234",
                        order(it -> it.instance(InstanceOptions.builder()
                                .spot(SpotOptions.upTo(new BigDecimal("0.1234")))
                                .build()))),
                arguments(
                        "is not a path",
                        order(it -> it.system(SystemOptions.builder()
                                .corePattern("|/bin/dump")
                                .build()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestsBeyondALimit")
    void refusesWhatIsBeyondADocumentedLimit(String because, Runnable order) {
        assertThatThrownBy(order::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private static Runnable order(Consumer<CreateContainerGroupRequest.Builder> change) {
        return builder(change, "web");
    }

    private static Runnable builder(Consumer<CreateContainerGroupRequest.Builder> change, String name) {
        return () -> {
            CreateContainerGroupRequest.Builder request = CreateContainerGroupRequest.builder(name, "uid-1")
                    .vSwitchIds(List.of("vsw-1"))
                    .securityGroupId("sg-1")
                    .containers(List.of(web().build()));
            change.accept(request);
            request.build();
        };
    }

    private static Runnable container(Consumer<ContainerSpec.Builder> change) {
        return order(request -> {
            ContainerSpec.Builder container = web();
            change.accept(container);
            request.containers(List.of(container.build()));
        });
    }

    private static ContainerSpec.Builder web() {
        return ContainerSpec.builder("web", "nginx");
    }

    private static CreateContainerGroupRequest.Builder request() {
        return CreateContainerGroupRequest.builder("web", "uid-1")
                .vSwitchIds(List.of("vsw-1"))
                .securityGroupId("sg-1")
                .containers(List.of(ContainerSpec.builder("web", "nginx").build()));
    }
}
