package io.vnode.provider.containergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.Sighting;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.state.ChangeResult;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The room and its tracker against the emulator, through the real client. */
class ContainerGroupsIT {

    private static final String SECRET = "a-very-secret-key";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final PodKey WEB = new PodKey("default", "web", "uid-web");
    private static final PodKey API = new PodKey("default", "api", "uid-api");
    private static final LookTiming QUICK = new LookTiming(
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            10,
            Duration.ofMillis(200),
            Duration.ofMillis(300));

    private final Queue<PodKey> changes = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> crashes = new ConcurrentLinkedQueue<>();
    private EciEmulator emulator;
    private EciClient eci;
    private ContainerGroups groups;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("testid", SECRET)));
        eci = SdkEciClient.create(
                EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString()),
                Credentials.of("testid", SECRET),
                new EciTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        groups = startTracking();
        assertThat(groups.awaitFirstListing(PATIENCE)).isTrue();
    }

    private ContainerGroups startTracking() {
        return ContainerGroups.start(eci, "c1", "node-0", QUICK, changes::add, (_, error) -> crashes.add(error));
    }

    @AfterEach
    void stop() {
        groups.close();
        eci.close();
        emulator.close();
        assertThat(crashes).isEmpty();
    }

    @Test
    void seesAGroupSoonAfterItWasCreated() {
        String id = create(WEB);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups.find(WEB, null))
                .isInstanceOfSatisfying(
                        Sighting.Present.class,
                        present -> assertThat(present.group().id()).isEqualTo(id)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(changes).contains(WEB));
    }

    @Test
    void makesOneGroupHoweverOftenItIsAsked() {
        String first = create(WEB);
        String second = create(WEB);

        assertThat(second).isEqualTo(first);
        assertThat(emulator.containerGroups().all()).hasSize(1);
    }

    @Test
    void adoptsTheGroupsOfAnEarlierLife() throws InterruptedException {
        String id = create(WEB);
        groups.close();

        groups = startTracking();

        assertThat(groups.awaitFirstListing(PATIENCE)).isTrue();
        assertThat(groups.find(WEB, null)).isInstanceOfSatisfying(Sighting.Present.class, present -> assertThat(
                        present.group().id())
                .isEqualTo(id));
    }

    @Test
    void provesADeletedGroupGone() {
        String id = create(WEB);

        assertThat(groups.delete(WEB, id)).isTrue();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(groups.find(WEB, id)).isEqualTo(new Sighting.Absent()));
        assertThat(emulator.containerGroups().all()).isEmpty();
    }

    @Test
    void noticesAGroupThatVanishedOnceItIsSure() {
        String id = create(WEB);
        String other = create(API);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(groups.find(API, other)).isInstanceOf(Sighting.Present.class));

        assertThat(emulator.containerGroups().delete(id, true)).isEqualTo(ChangeResult.ACCEPTED);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(groups.find(WEB, id)).isEqualTo(new Sighting.Absent()));
    }

    @Test
    void concludesNothingWhileEciRefusesToList() {
        String id = create(WEB);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(groups.find(WEB, id)).isInstanceOf(Sighting.Present.class));

        emulator.faults().next(10_000, "DescribeContainerGroups", Fault.notPermitted());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups.outage()).isNotNull());
        assertThat(groups.find(API, null)).isInstanceOf(Sighting.Unknown.class);
        emulator.faults().clear();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups.outage()).isNull());
        assertThat(groups.find(WEB, id)).isInstanceOf(Sighting.Present.class);
    }

    private String create(PodKey pod) {
        CreateOutcome outcome = groups.create(
                pod,
                CreateContainerGroupRequest.builder(pod.namespace() + "-" + pod.name(), pod.uid())
                        .vSwitchIds(List.of("vsw-sandboxa"))
                        .securityGroupId("sg-sandbox")
                        .tags(new ContainerGroupTags("c1", "node-0", pod).toMap())
                        .containers(
                                List.of(ContainerSpec.builder("web", "nginx").build()))
                        .build());
        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
        return ((CreateOutcome.Accepted) outcome).containerGroupId();
    }
}
