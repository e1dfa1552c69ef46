package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.Region;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against the emulator, which shares no code with it. */
class SdkEciClientIT {

    private static final String SECRET = "a-very-secret-key";
    private static final String CREATE = "CreateContainerGroup";
    private static final String DESCRIBE = "DescribeContainerGroups";

    private final TestClock clock = new TestClock();
    private EciEmulator emulator;
    private SdkEciClient eci;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("testid", SECRET)));
        eci = client(Credentials.of("testid", SECRET));
    }

    @AfterEach
    void stop() {
        eci.close();
        emulator.close();
    }

    @Test
    void findsAGroupAsItWasOrdered() {
        String id = create(request("web", "uid-1")
                .tags(Map.of("ClusterName", "c1", "NodeName", "virtual-node-eci-0"))
                .restartPolicy(RestartPolicy.NEVER)
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .cpu(new BigDecimal("0.25"))
                        .memory(new BigDecimal("0.5"))
                        .build())));

        List<ContainerGroup> groups = eci.listContainerGroups(Map.of("ClusterName", "c1"));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.id()).isEqualTo(id);
            assertThat(group.name()).isEqualTo("web");
            assertThat(group.status()).isEqualTo(ContainerGroupStatus.RUNNING);
            assertThat(group.tags()).containsEntry("ClusterName", "c1").containsEntry("NodeName", "virtual-node-eci-0");
            assertThat(group.cpu()).isEqualTo(0.25);
            assertThat(group.memory()).isEqualTo(0.5);
            assertThat(group.regionId()).isEqualTo("cn-hangzhou");
            assertThat(group.zoneId()).isEqualTo("cn-hangzhou-h");
            assertThat(group.vSwitchId()).isEqualTo("vsw-sandboxa");
            assertThat(group.securityGroupId()).isEqualTo("sg-sandbox");
            assertThat(group.intranetIp()).startsWith("192.168.");
            assertThat(group.restartPolicy()).isEqualTo(RestartPolicy.NEVER);
            assertThat(group.creationTime()).isNotNull();
            assertThat(group.containers()).singleElement().satisfies(container -> {
                assertThat(container.name()).isEqualTo("web");
                assertThat(container.ready()).isTrue();
                assertThat(container.currentState()).isInstanceOf(ContainerState.Running.class);
            });
        });
    }

    @Test
    void usesNoParameterThatTheServiceDoesNotKnow() {
        CreateOutcome outcome = eci.createContainerGroup(request("everything", "uid-1")
                .terminationGracePeriodSeconds(30L)
                .cpu(new BigDecimal("2"))
                .memory(new BigDecimal("4"))
                .initContainers(List.of(ContainerSpec.builder("init", "busybox")
                        .command(List.of("true"))
                        .environment(List.of(new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                        .volumeMounts(List.of(new VolumeMount("config", "/etc/init", "a", true)))
                        .build()))
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .command(List.of("sh", "-c"))
                        .args(List.of("run"))
                        .workingDir("/srv")
                        .environment(List.of(
                                new EnvironmentVariable.Literal("UNICODE", "p&=+ ~*% 世"),
                                new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                        .ports(List.of(new ContainerPort(8080, "TCP")))
                        .volumeMounts(List.of(
                                new VolumeMount("config", "/etc/web", null, true),
                                new VolumeMount("cache", "/cache", null, false)))
                        .imagePullPolicy("IfNotPresent")
                        .build()))
                .volumes(List.of(
                        new Volume.EmptyDir("cache", "Memory", "256Mi"),
                        new Volume.ConfigFile(
                                "config", List.of(Volume.File.of("a/b", "text".getBytes(UTF_8), 0400)), 0644),
                        new Volume.Nfs("share", "nas.example.org", "/data", true)))
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "word")))
                .build());

        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
        assertThat(emulator.calls().of(CREATE)).singleElement().satisfies(call -> assertThat(call.parameters())
                .containsEntry("Container.1.EnvironmentVar.1.Value", "p&=+ ~*% 世")
                .containsEntry("Volume.2.ConfigFileVolume.DefaultMode", "0644")
                .containsEntry("InitContainer.1.VolumeMount.1.SubPath", "a"));
    }

    @Test
    void sendsAConfigurationThatIsLongerThanAnyUrlMayBe() {
        byte[] large = "x".repeat(30_000).getBytes(UTF_8);
        List<Volume.File> files = IntStream.range(0, 8)
                .mapToObj(i -> Volume.File.of("file-" + i, large, null))
                .toList();

        CreateOutcome outcome = eci.createContainerGroup(request("web", "uid-1")
                .volumes(List.of(new Volume.ConfigFile("config", files, null)))
                .build());

        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
    }

    @Test
    void makesOneGroupOfACreateWhoseAnswerWasLost() {
        emulator.faults().next(1, CREATE, new Fault.CloseAfterWork());
        emulator.faults().next(1, CREATE, new Fault.TruncatedAnswer());

        CreateOutcome outcome = eci.createContainerGroup(request("web", "uid-1").build());

        assertThat(emulator.calls().count(CREATE)).isEqualTo(3);
        assertThat(eci.listContainerGroups(Map.of())).singleElement().satisfies(group -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreateOutcome.Accepted.class,
                        accepted -> assertThat(accepted.containerGroupId()).isEqualTo(group.id())));
    }

    @Test
    void makesOneGroupOfTwoCallsWithOneToken() {
        String first = create(request("web", "uid-1"));
        String second = create(request("web", "uid-1"));

        assertThat(second).isEqualTo(first);
        assertThat(eci.listContainerGroups(Map.of())).hasSize(1);
    }

    @Test
    void doesNotCallAGroupWrongWhoseTokenWasUsedForAnother() {
        create(request("web", "uid-1"));

        EciException failure =
                failure(() -> eci.createContainerGroup(request("other", "uid-1").build()));

        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void listsEveryPage() {
        IntStream.range(0, 45).forEach(i -> create(request("web-" + i, "uid-" + i)));
        emulator.calls().clear();

        List<ContainerGroup> groups = eci.listContainerGroups(Map.of());

        assertThat(groups).extracting(ContainerGroup::name).hasSize(45).doesNotHaveDuplicates();
        assertThat(emulator.calls().count(DESCRIBE)).isEqualTo(3);
    }

    @Test
    void doesNotReturnAListingThatBreaksOnALaterPage() {
        IntStream.range(0, 45).forEach(i -> create(request("web-" + i, "uid-" + i)));
        emulator.faults().next(1, DESCRIBE, new Fault.LateAnswer(Duration.ZERO)); // the first page is good
        emulator.faults().next(5, DESCRIBE, new Fault.TruncatedAnswer());

        EciException failure = failure(() -> eci.listContainerGroups(Map.of()));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(emulator.calls().count(DESCRIBE)).isEqualTo(6);
    }

    @Test
    void listsOnlyWhatCarriesAllTags() {
        create(request("ours", "uid-1").tags(Map.of("ClusterName", "c1", "NodeName", "n0")));
        create(request("other-node", "uid-2").tags(Map.of("ClusterName", "c1", "NodeName", "n1")));
        create(request("other-cluster", "uid-3").tags(Map.of("ClusterName", "c2", "NodeName", "n0")));

        List<ContainerGroup> groups = eci.listContainerGroups(Map.of("ClusterName", "c1", "NodeName", "n0"));

        assertThat(groups).extracting(ContainerGroup::name).containsExactly("ours");
    }

    @Test
    void listsNothingWhereThereIsNothing() {
        assertThat(eci.listContainerGroups(Map.of("ClusterName", "c1"))).isEmpty();
    }

    @Test
    void describesTheGroupsThatExist() {
        List<String> ids = IntStream.range(0, 25)
                .mapToObj(i -> create(request("web-" + i, "uid-" + i)))
                .toList();

        List<String> asked = new ArrayList<>(ids);
        asked.add("eci-unknown");

        assertThat(eci.describeContainerGroups(asked))
                .extracting(ContainerGroup::id)
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void seesAContainerEndAndReadsWhatItSaid() {
        String id = create(request("job", "uid-1")
                .restartPolicy(RestartPolicy.NEVER)
                .containers(List.of(ContainerSpec.builder("job", "busybox")
                        .command(List.of("sh", "-c", "echo '<done> 世'; exit 3"))
                        .build())));

        ContainerGroup group = eci.describeContainerGroups(List.of(id)).getFirst();

        assertThat(group.status()).isEqualTo(ContainerGroupStatus.FAILED);
        assertThat(group.containers().getFirst().currentState())
                .isInstanceOfSatisfying(ContainerState.Terminated.class, ended -> assertThat(ended.exitCode())
                        .isEqualTo(3));
        assertThat(eci.describeContainerLog(ContainerLogRequest.of(id, "job")).content())
                .contains("<done> 世");
    }

    @Test
    void deletesAGroupOnceAndFindsItGoneTheNextTime() {
        String id = create(request("web", "uid-1"));

        assertThat(eci.deleteContainerGroup(id)).isInstanceOf(DeleteOutcome.Accepted.class);
        assertThat(eci.listContainerGroups(Map.of())).isEmpty();
        assertThat(eci.deleteContainerGroup(id)).isInstanceOf(DeleteOutcome.NotFound.class);
    }

    @Test
    void deletesThoughTheAnswerWasLost() {
        String id = create(request("web", "uid-1"));
        emulator.faults().next(1, "DeleteContainerGroup", new Fault.CloseAfterWork());

        eci.deleteContainerGroup(id);

        assertThat(eci.listContainerGroups(Map.of())).isEmpty();
    }

    @Test
    void namesAnUnknownVSwitchAsTheReasonOfARejection() {
        CreateOutcome outcome = eci.createContainerGroup(
                request("web", "uid-1").vSwitchIds(List.of("vsw-nowhere")).build());

        assertThat(outcome).isInstanceOfSatisfying(CreateOutcome.Rejected.class, rejected -> assertThat(rejected.code())
                .isEqualTo("InvalidVSwitchId.NotFound"));
    }

    @Test
    void tellsStockFromRejection() {
        emulator.faults().next(1, CREATE, Fault.outOfStock());

        assertThat(eci.createContainerGroup(request("web", "uid-1").build()))
                .isInstanceOf(CreateOutcome.OutOfStock.class);
    }

    @Test
    void checksARequestWithoutCreatingAnything() {
        assertThat(eci.checkContainerGroup(request("web", "uid-1").build())).isInstanceOf(CheckOutcome.Passed.class);
        assertThat(eci.checkContainerGroup(
                        request("web", "uid-1").securityGroupId("sg-nowhere").build()))
                .isInstanceOf(CreateOutcome.Rejected.class);
        assertThat(eci.listContainerGroups(Map.of())).isEmpty();
    }

    @Test
    void saysThatASecretIsWrongWithoutShowingWhatWasSigned() {
        try (SdkEciClient stranger = client(Credentials.of("testid", "another-secret"))) {
            EciException failure = failure(() -> stranger.listContainerGroups(Map.of("ClusterName", "c1")));

            assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
            assertThat(failure.code()).isEqualTo("SignatureDoesNotMatch");
            assertThat(failure.requestId()).isNotEmpty();
            assertThat(failure.getMessage()).doesNotContain("testid").doesNotContain("ClusterName");
            assertThat(emulator.calls().count(DESCRIBE)).isEqualTo(1);
        }
    }

    @Test
    void saysThatAKeyIsUnknown() {
        try (SdkEciClient stranger = client(Credentials.of("nobody", SECRET))) {
            EciException failure = failure(stranger::describeRegions);

            assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
            assertThat(failure.httpStatus()).isEqualTo(404);
        }
    }

    @Test
    void waitsOutThrottling() {
        emulator.faults().next(3, DESCRIBE, Fault.throttled());

        assertThat(eci.listContainerGroups(Map.of())).isEmpty();
        assertThat(emulator.calls().count(DESCRIBE)).isEqualTo(4);
    }

    @Test
    void listsTheRegions() {
        assertThat(eci.describeRegions()).extracting(Region::id).contains("cn-hangzhou");
    }

    private String create(CreateContainerGroupRequest.Builder request) {
        return switch (eci.createContainerGroup(request.build())) {
            case CreateOutcome.Accepted accepted -> accepted.containerGroupId();
            case CreateOutcome.OutOfStock other -> throw new AssertionError(other);
            case CreateOutcome.Rejected other -> throw new AssertionError(other);
        };
    }

    private static EciException failure(Runnable call) {
        return catchThrowableOfType(EciException.class, call::run);
    }

    private SdkEciClient client(Credentials credentials) {
        return new SdkEciClient(
                EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString()),
                CredentialsProvider.fixed(credentials),
                EciClientOptions.DEFAULT,
                new Backoff(5, Duration.ofMillis(300), Duration.ofSeconds(8), new Random(1)),
                clock,
                clock);
    }

    private static CreateContainerGroupRequest.Builder request(String name, String clientToken) {
        return CreateContainerGroupRequest.builder(name, clientToken)
                .vSwitchIds(List.of("vsw-sandboxa"))
                .securityGroupId("sg-sandbox")
                .containers(List.of(ContainerSpec.builder("web", "nginx").build()));
    }
}
