package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.LifecycleHook;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import io.vnode.eci.model.UpdateMode;
import io.vnode.eci.model.Volume;
import io.vnode.eci.sdk.Orders;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing and restarting. */
class UpdateContainerGroupIT {

    private static final String UPDATE = "UpdateContainerGroup";
    private static final String RESTART = "RestartContainerGroup";

    private EmulatedEci cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aChangedImageRunsInTheSameGroup() {
        String id = cloud.create(Orders.plain("web", "token-1").tags(Map.of("Team", "a")));

        assertThat(cloud.client().updateContainerGroup(update(id, "nginx:2").build()))
                .isInstanceOf(ChangeOutcome.Accepted.class);
        cloud.pass(Duration.ofMinutes(5));

        ContainerGroup group = described(id);
        assertThat(group.containers()).extracting(Container::image).containsExactly("nginx:2");
        assertThat(group.tags()).containsEntry("Team", "a");
    }

    private ContainerGroup described(String id) {
        return cloud.client().describeContainerGroups(List.of(id)).getFirst();
    }

    private static UpdateContainerGroupRequest.Builder update(String id, String image) {
        return UpdateContainerGroupRequest.builder(id, "token-of-" + image)
                .containers(List.of(ContainerSpec.builder("web", image).build()));
    }

    @Test
    void everyParameterOfAnUpdateArrives() {
        String id = cloud.running();
        LifecycleHook hook =
                new LifecycleHook.HttpGet(null, "/", 80, null, List.of(new LifecycleHook.Header("X-From", "eci")));

        ChangeOutcome outcome = cloud.client()
                .updateContainerGroup(UpdateContainerGroupRequest.builder(id, "token-2")
                        .mode(UpdateMode.RENEW)
                        .cpu(new BigDecimal("2"))
                        .memory(new BigDecimal("4"))
                        .restartPolicy(RestartPolicy.ON_FAILURE)
                        .resourceGroupId("rg-2")
                        .tags(Map.of("Stage", "two"))
                        .dns(new DnsConfig(
                                List.of("1.1.1.1"), List.of("example.org"), List.of(new NamedValue("ndots", "1"))))
                        .containers(List.of(ContainerSpec.builder("web", "nginx:2")
                                .postStart(hook)
                                .preStop(hook)
                                .build()))
                        .initContainers(List.of(ContainerSpec.builder("init", "busybox")
                                .terminal(new Terminal(true, false, true))
                                .build()))
                        .volumes(List.of(
                                new Volume.EmptyDir("scratch", null, "1Gi"),
                                new Volume.ConfigFile("config", List.of(new Volume.File("a", "eA==", null)), null)))
                        .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "new")))
                        .acrRegistries(List.of(AcrRegistry.of("cri-1")))
                        .build());

        assertThat(outcome).isInstanceOf(ChangeOutcome.Accepted.class);
        assertThat(cloud.lastCall(UPDATE).parameters())
                .containsEntry("UpdateType", "RenewUpdate")
                .containsEntry("ClientToken", "token-2")
                .containsEntry("Cpu", "2")
                .containsEntry("Container.1.LifecyclePostStartHandlerHttpGetHttpHeaders.1.Name", "X-From")
                .containsEntry("Container.1.LifecyclePreStopHandlerHttpGetHttpHeader.1.Name", "X-From")
                .containsEntry("InitContainer.1.Tty", "true")
                .containsEntry("Volume.1.EmptyDirVolume.SizeLimit", "1Gi")
                .containsEntry("AcrRegistryInfo.1.InstanceId", "cri-1")
                .containsEntry("DnsConfig.Option.1.Value", "1");
    }

    @Test
    void nothingNewIsUnchanged() {
        String id = cloud.running();

        assertThat(cloud.client().updateContainerGroup(update(id, "nginx").build()))
                .isInstanceOf(ChangeOutcome.Unchanged.class);
        assertThat(cloud.lastCall(UPDATE).errorCode()).isEqualTo("NoNeedUpdate");
    }

    @Test
    void aLostAnswerToAnUpdateIsAskedForAgainWithTheSameToken() {
        String id = cloud.running();
        cloud.emulator().faults().next(1, UPDATE, new Fault.CloseAfterWork());

        assertThat(cloud.client().updateContainerGroup(update(id, "nginx:2").build()))
                .isInstanceOf(ChangeOutcome.Accepted.class);
        assertThat(cloud.calls(UPDATE)).hasSize(2);
    }

    @Test
    void aGroupThatIsGoneIsNotFound() {
        assertThat(cloud.client()
                        .updateContainerGroup(update("eci-nowhere", "nginx").build()))
                .isInstanceOf(ChangeOutcome.NotFound.class);
        assertThat(cloud.client().restartContainerGroup("eci-nowhere")).isInstanceOf(ChangeOutcome.NotFound.class);
    }

    @Test
    void aGroupThatHasEndedCanBeNeitherUpdatedNorRestarted() {
        String id = cloud.create(Orders.plain("job", "token-1")
                .restartPolicy(RestartPolicy.NEVER)
                .containers(List.of(ContainerSpec.builder("web", "busybox")
                        .command(List.of("true"))
                        .build())));
        cloud.pass(Duration.ofSeconds(1));

        EciException update = EmulatedEci.failureOf(
                () -> cloud.client().updateContainerGroup(update(id, "nginx").build()));
        EciException restart = EmulatedEci.failureOf(() -> cloud.client().restartContainerGroup(id));

        assertThat(List.of(update.kind(), restart.kind())).containsOnly(Kind.CONFLICT);
        assertThat(List.of(update.code(), restart.code())).containsOnly("IncorrectStatus");
    }

    @Test
    void aRestartedGroupRunsAgain() {
        String id = cloud.running();
        cloud.emulator().faults().next(1, RESTART, new Fault.CloseAfterWork());

        assertThat(cloud.client().restartContainerGroup(id)).isInstanceOf(ChangeOutcome.Accepted.class);
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.calls(RESTART))
                .hasSize(2)
                .extracting(call -> call.parameters().get("ClientToken"))
                .containsOnly(cloud.lastCall(RESTART).parameters().get("ClientToken"));
        assertThat(described(id).status()).isEqualTo(ContainerGroupStatus.RUNNING);
    }
}
