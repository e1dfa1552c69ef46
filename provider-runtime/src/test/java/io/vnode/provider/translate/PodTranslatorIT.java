package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the translator asks for is something that ECI takes: each case goes over the wire to the emulator. */
class PodTranslatorIT {

    private static final String SECRET = "a-very-secret-key";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EciEmulator emulator;
    private EciClient eci;

    @BeforeEach
    void start() throws IOException {
        Region region = new Region(
                "cn-hangzhou",
                "vpc-a",
                List.of(
                        new VSwitch("vsw-a", "cn-hangzhou-h", Cidr.parse("10.0.0.0/24")),
                        new VSwitch("vsw-b", "cn-hangzhou-i", Cidr.parse("10.0.1.0/24"))),
                List.of("sg-a"));
        emulator = EciEmulator.start(
                EmulatorConfig.loopback(new AccessKey("testid", SECRET)).withRegion(region));
        eci = SdkEciClient.create(
                EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString()),
                Credentials.of("testid", SECRET),
                new EciTimeouts(PATIENCE, PATIENCE, PATIENCE));
    }

    @AfterEach
    void stop() {
        eci.close();
        emulator.close();
    }

    /** Without those whose annotations name vSwitches and image caches of an account that is not this one. */
    static Stream<PodCase> casesWithAGroup() throws IOException {
        return PodCase.all()
                .filter(one -> !one.toString().startsWith("annotated"))
                .filter(one -> one.translated() instanceof Translation.Ready);
    }

    @ParameterizedTest
    @MethodSource("casesWithAGroup")
    void eciTakesIt(PodCase one) {
        assertThat(eci.createContainerGroup(request(one))).isInstanceOf(CreateOutcome.Accepted.class);
    }

    @Test
    void everythingArrives() throws IOException {
        CreateOutcome outcome = eci.createContainerGroup(request(PodCase.named("kitchen-sink")));

        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
        GroupSpec group = emulator.containerGroups().all().getFirst().spec();
        assertThat(group.terminationGrace()).isEqualTo(Duration.ofSeconds(45));
        assertThat(group.containers()).hasSize(2).first().satisfies(PodTranslatorIT::isTheCook);
        assertThat(group.initContainers()).singleElement().satisfies(prepare -> {
            assertThat(prepare.environment()).anySatisfy(variable -> {
                assertThat(variable.key()).isEqualTo("POD_IP");
                assertThat(variable.fieldPath()).isEqualTo("status.podIP");
            });
            assertThat(prepare.security().runAsUser()).isEqualTo(1000L);
            assertThat(prepare.security().addedCapabilities()).containsExactly("CHOWN");
        });
        assertThat(group.volumes()).hasSize(9);
        assertThat(group.network().nameServers()).containsExactly("10.0.0.2");
        assertThat(group.network().hostAliases()).hasSize(1);
    }

    private static void isTheCook(ContainerSpec cook) {
        assertThat(cook.args()).containsExactly("--recipe=soup");
        assertThat(cook.gpu()).isEqualTo(2L);
        assertThat(cook.terminal()).isEqualTo(new ContainerSpec.Terminal(true, false, true));
        assertThat(cook.security().readOnlyRootFilesystem()).isTrue();
        assertThat(cook.mounts()).hasSize(9).anySatisfy(mount -> assertThat(mount.subPath())
                .isEqualTo("kitchen-0"));
        assertThat(cook.environment()).anySatisfy(variable -> {
            assertThat(variable.key()).isEqualTo("POD_IP");
            assertThat(variable.fieldPath()).isEqualTo("status.podIP");
        });
        assertThat(cook.livenessProbe()).isNotNull().satisfies(probe -> {
            assertThat(probe.exec()).containsExactly("cat", "/tmp/alive");
            assertThat(probe.initialDelaySeconds()).isEqualTo(60);
        });
        assertThat(cook.readinessProbe()).isNotNull().satisfies(probe -> assertThat(probe.httpGet())
                .isEqualTo(new ContainerSpec.HttpGet("/ready", 8080, "HTTP")));
    }

    private static CreateContainerGroupRequest request(PodCase one) {
        return ((Translation.Ready) one.translated()).plan().candidates().getFirst();
    }
}
