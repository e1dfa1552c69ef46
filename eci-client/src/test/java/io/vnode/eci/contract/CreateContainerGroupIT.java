package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.ImageCacheOutcome;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.GroupVolume;
import io.vnode.eci.model.InstanceOptions;
import io.vnode.eci.model.Networking;
import io.vnode.eci.model.Probe;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.sdk.Orders;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CreateContainerGroupIT {

    private static final String CREATE = "CreateContainerGroup";

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
    void everyParameterArrives() throws IOException {
        String cache = imageCache();
        cloud.create(Orders.everything("web", "token-1", cache));

        Map<String, String> wanted = parameters("/parameters/create-everything.txt");
        wanted.put("ImageSnapshotId", cache);
        wanted.remove("ImageRegistryCredential.1.Password"); // the emulator does not record it
        assertThat(cloud.lastCall(CREATE).parameters()).containsAllEntriesOf(wanted);
    }

    /** One that is ready. */
    private String imageCache() {
        ImageCacheOutcome outcome = cloud.client()
                .createImageCache(CreateImageCacheRequest.builder("base", "token-of-cache", List.of("nginx"))
                        .build());
        cloud.pass(Duration.ofHours(1));
        if (outcome instanceof ImageCacheOutcome.Accepted accepted) {
            return accepted.imageCacheId();
        }
        throw new AssertionError("expected an image cache, got " + outcome);
    }

    @Test
    void anImageCacheThatIsNotThereIsRejected() {
        assertThat(cloud.client()
                        .createContainerGroup(Orders.everything("web", "token-1", "imc-nowhere")
                                .build()))
                .isInstanceOfSatisfying(CreateOutcome.Rejected.class, it -> assertThat(it.code())
                        .isEqualTo("ImageSnapshot.NotFound"));
    }

    @Test
    void whatExcludesSomethingElseArrivesToo() throws IOException {
        cloud.create(Orders.otherwise("web", "token-1"));

        assertThat(cloud.lastCall(CREATE).parameters())
                .containsAllEntriesOf(parameters("/parameters/create-otherwise.txt"));
    }

    private static Map<String, String> parameters(String golden) throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(CreateContainerGroupIT.class.getResourceAsStream(golden))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int equals = line.indexOf('=');
                parameters.put(line.substring(0, equals), line.substring(equals + 1));
            });
        }
        return parameters;
    }

    @Test
    void whatWasOrderedIsDescribedAgain() {
        CreateContainerGroupRequest.Builder everything = Orders.everything("web", "token-1", imageCache());
        CreateContainerGroupRequest order = everything.build();
        cloud.create(everything);

        ContainerGroup group =
                cloud.client().listContainerGroups(Map.of("ClusterName", "c1")).getFirst();

        assertThat(group.name()).isEqualTo("web");
        assertThat(group.restartPolicy()).isEqualTo(order.restartPolicy());
        assertThat(group.zoneId()).isEqualTo("cn-hangzhou-h");
        assertThat(group.resourceGroupId()).isEqualTo("rg-1");
        assertThat(group.ramRoleName()).isEqualTo("pod-role");
        assertThat(group.intranetIp()).isEqualTo("192.168.0.77");
        assertThat(group.internetIp()).isNotNull();
        assertThat(group.network().ipv6Address()).isNotNull();
        assertThat(group.network().dnsPolicy()).isEqualTo(order.networking().dnsPolicy());
        assertThat(group.network().dns()).isEqualTo(order.networking().dns());
        assertThat(group.network().hostAliases()).isEqualTo(order.networking().hostAliases());
        assertThat(group.instance().instanceType()).isEqualTo("ecs.gn6i-c4g1.xlarge");
        assertThat(group.instance().ephemeralStorage()).isEqualTo(50);
        assertThat(group.instance().spotStrategy())
                .isEqualTo(Objects.requireNonNull(order.instance().spot()).strategy());
        assertThat(group.containers().getFirst().spec())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(asDescribed(order.containers().getFirst()));
        assertThat(group.initContainers()).extracting(Container::name).containsExactly("init");
        assertThat(group.volumes())
                .extracting(GroupVolume::name, GroupVolume::type)
                .containsExactly(
                        tuple("scratch", "EmptyDirVolume"),
                        tuple("config", "ConfigFileVolume"),
                        tuple("share", "NFSVolume"),
                        tuple("bucket", "FlexVolume"),
                        tuple("disk", "DiskVolume"),
                        tuple("host", "HostPathVolume"));
        assertThat(group.volumes().getFirst().volume())
                .isEqualTo(order.volumes().getFirst());
    }

    /** What an answer has no fields for: hooks, some of the security context, last words. */
    private static ContainerSpec asDescribed(ContainerSpec ordered) {
        var security = ordered.securityContext();
        return ContainerSpec.builder(ordered.name(), ordered.image())
                .command(ordered.command())
                .args(ordered.args())
                .workingDir(ordered.workingDir())
                .environment(ordered.environment())
                .ports(ordered.ports())
                .volumeMounts(ordered.volumeMounts())
                .cpu(ordered.cpu())
                .memory(ordered.memory())
                .gpu(ordered.gpu())
                .imagePullPolicy(ordered.imagePullPolicy())
                .terminal(ordered.terminal())
                .readinessProbe(ordered.readinessProbe())
                .livenessProbe(withDefaults(Objects.requireNonNull(ordered.livenessProbe())))
                .securityContext(SecurityContext.builder()
                        .runAsUser(security.runAsUser())
                        .readOnlyRootFilesystem(security.readOnlyRootFilesystem())
                        .addedCapabilities(security.addedCapabilities())
                        .build())
                .build();
    }

    private static Probe withDefaults(Probe probe) {
        return Probe.builder(probe.handler())
                .initialDelaySeconds(0)
                .periodSeconds(10)
                .timeoutSeconds(1)
                .successThreshold(1)
                .failureThreshold(3)
                .build();
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        cloud.emulator().faults().next(1, CREATE, new Fault.CloseAfterWork());

        cloud.create(Orders.plain("web", "token-1"));

        assertThat(cloud.calls(CREATE)).hasSize(2).allSatisfy(call -> assertThat(call.parameters())
                .containsEntry("ClientToken", "token-1"));
        assertThat(cloud.client().listContainerGroups(Map.of())).hasSize(1);
    }

    static Stream<Arguments> ordersThatTheServiceRejects() {
        return Stream.of(
                rejected("InvalidVSwitchId.NotFound", it -> it.vSwitchIds(List.of("vsw-nowhere"))),
                rejected("InvalidSecurityGroupId.NotFound", it -> it.securityGroupId("sg-nowhere")),
                rejected("InvalidParameter.CPU.Memory", it -> it.cpu(new BigDecimal(100))
                        .memory(new BigDecimal(1000))),
                rejected(
                        "InvalidParameter.DuplicatedName",
                        it -> it.containers(List.of(
                                ContainerSpec.builder("web", "nginx").build(),
                                ContainerSpec.builder("web", "nginx").build()))),
                rejected(
                        "InvalidParameter.DuplicatedVolumeName",
                        it -> it.volumes(
                                List.of(new Volume.EmptyDir("a", null, null), new Volume.EmptyDir("a", null, null)))),
                rejected(
                        "InvalidInstanceTypeForEciBuy",
                        it -> it.instance(InstanceOptions.builder()
                                .instanceTypes(List.of("ecs.of-tomorrow"))
                                .build())),
                rejected("InvalidSpotCpuMemorySpec", it -> it.cpu(new BigDecimal("1"))
                        .memory(new BigDecimal("3"))
                        .instance(InstanceOptions.builder()
                                .spot(SpotOptions.asPriceGoes())
                                .build())));
    }

    private static Arguments rejected(String code, UnaryOperator<CreateContainerGroupRequest.Builder> change) {
        return Arguments.of(code, change.apply(Orders.plain("web", "token-1")).build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ordersThatTheServiceRejects")
    void anOrderThatCannotBeFilledIsRejectedByItsCode(String code, CreateContainerGroupRequest order) {
        assertThat(cloud.client().createContainerGroup(order))
                .isInstanceOfSatisfying(CreateOutcome.Rejected.class, it -> assertThat(it.code())
                        .isEqualTo(code));
        assertThat(cloud.client().checkContainerGroup(order))
                .isInstanceOfSatisfying(CreateOutcome.Rejected.class, it -> assertThat(it.code())
                        .isEqualTo(code));
    }

    @Test
    void aPriceLimitBelowTheMarketIsOutOfStock() {
        InstanceOptions cheap = InstanceOptions.builder()
                .spot(SpotOptions.upTo(new BigDecimal("0.001")))
                .build();

        assertThat(cloud.client()
                        .createContainerGroup(
                                Orders.plain("web", "token-1").instance(cheap).build()))
                .isInstanceOfSatisfying(CreateOutcome.OutOfStock.class, it -> assertThat(it.code())
                        .isEqualTo("Spot.NotMatched"));
    }

    @Test
    void anAddressThatIsTakenIsNamed() {
        Networking network =
                Networking.builder().privateIpAddress("192.168.0.88").build();
        cloud.create(Orders.plain("first", "token-1").networking(network));

        assertThat(cloud.client()
                        .createContainerGroup(Orders.plain("second", "token-2")
                                .networking(network)
                                .build()))
                .isInstanceOfSatisfying(CreateOutcome.Rejected.class, it -> assertThat(it.code())
                        .isEqualTo("PrivateIpAddress.Already.InUse"));
    }

    @Test
    void aTokenThatWasUsedForAnotherOrderIsAConflict() {
        cloud.create(Orders.plain("first", "token-1"));

        EciException failure = EmulatedEci.failureOf(() -> cloud.client()
                .createContainerGroup(Orders.plain("second", "token-1").build()));

        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure.code()).isEqualTo("IdempotentParameterMismatch");
    }

    @Test
    void aCheckCreatesNothingAndUsesUpNoToken() {
        CreateContainerGroupRequest order = Orders.plain("web", "token-1").build();

        assertThat(cloud.client().checkContainerGroup(order)).isInstanceOf(CheckOutcome.Passed.class);

        assertThat(cloud.lastCall(CREATE).errorCode()).isEqualTo("DryRunOperation");
        assertThat(cloud.client().listContainerGroups(Map.of())).isEmpty();
        assertThat(cloud.client().createContainerGroup(order)).isInstanceOf(CreateOutcome.Accepted.class);
    }
}
