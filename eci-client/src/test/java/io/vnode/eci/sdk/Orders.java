package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.ComputeCategory;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CpuArchitecture;
import io.vnode.eci.model.CpuOptions;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.DataCache;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.FixedIp;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.ImageAccelerateMode;
import io.vnode.eci.model.ImageOptions;
import io.vnode.eci.model.InstanceOptions;
import io.vnode.eci.model.Ipv6;
import io.vnode.eci.model.LifecycleHook;
import io.vnode.eci.model.MountPropagation;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.Networking;
import io.vnode.eci.model.OsType;
import io.vnode.eci.model.Probe;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.ScheduleStrategy;
import io.vnode.eci.model.Scheduling;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.SpotStrategy;
import io.vnode.eci.model.SystemOptions;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Container groups to order in tests. */
public final class Orders {

    private Orders() {}

    /** As little as can be ordered. */
    public static CreateContainerGroupRequest.Builder plain(String name, String clientToken) {
        return CreateContainerGroupRequest.builder(name, clientToken)
                .vSwitchIds(List.of("vsw-sandboxa"))
                .securityGroupId("sg-sandbox")
                .containers(List.of(ContainerSpec.builder("web", "nginx").build()));
    }

    /** Everything that can be ordered, except for {@link #otherwise what excludes it}. */
    public static CreateContainerGroupRequest.Builder everything(String name, String clientToken) {
        return everything(name, clientToken, "imc-1");
    }

    /** The same, from an image cache that exists. */
    public static CreateContainerGroupRequest.Builder everything(String name, String clientToken, String imageCacheId) {
        return plain(name, clientToken)
                .resourceGroupId("rg-1")
                .tags(Map.of("ClusterName", "c1"))
                .restartPolicy(RestartPolicy.ON_FAILURE)
                .terminationGracePeriodSeconds(45L)
                .activeDeadlineSeconds(86_400L)
                .cpu(new BigDecimal("2"))
                .memory(new BigDecimal("4.0"))
                .containers(List.of(web(), side()))
                .initContainers(List.of(init()))
                .volumes(volumes())
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "word")))
                .scheduling(new Scheduling("cn-hangzhou-h", ScheduleStrategy.VSWITCH_ORDERED, 15))
                .instance(instance())
                .networking(networking())
                .images(images(imageCacheId))
                .system(system())
                .ramRoleName("pod-role")
                .dataCache(new DataCache("bucket", "PL1", 1000L, true));
    }

    private static ContainerSpec web() {
        return ContainerSpec.builder("web", "nginx")
                .command(List.of("sh", "-c"))
                .args(List.of("run"))
                .workingDir("/srv")
                .environment(List.of(
                        new EnvironmentVariable.Literal("UNICODE", "p&=+ ~*% 世"),
                        new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                .ports(List.of(new ContainerPort(8080, "TCP"), new ContainerPort(53, "UDP")))
                .volumeMounts(List.of(
                        new VolumeMount("config", "/etc/web", "a", true),
                        new VolumeMount("scratch", "/cache", null, false, MountPropagation.HOST_TO_CONTAINER)))
                .cpu(new BigDecimal("0.5"))
                .memory(new BigDecimal("1.0"))
                .gpu(1)
                .imagePullPolicy("IfNotPresent")
                .terminal(new Terminal(true, true, true))
                .readinessProbe(Probe.builder(new Probe.Handler.HttpGet("/ready", 8080, "HTTP"))
                        .initialDelaySeconds(1)
                        .periodSeconds(2)
                        .timeoutSeconds(3)
                        .successThreshold(1)
                        .failureThreshold(4)
                        .build())
                .livenessProbe(Probe.builder(new Probe.Handler.Exec(List.of("test", "-e", "/alive")))
                        .build())
                .postStart(new LifecycleHook.HttpGet(
                        "127.0.0.1", "/started", 8080, "HTTP", List.of(new LifecycleHook.Header("X-From", "eci"))))
                .preStop(new LifecycleHook.Exec(List.of("sync")))
                .securityContext(SecurityContext.builder()
                        .runAsUser(1000L)
                        .runAsGroup(2000L)
                        .runAsNonRoot(true)
                        .privileged(false)
                        .readOnlyRootFilesystem(true)
                        .addedCapabilities(List.of("NET_ADMIN"))
                        .build())
                .terminationMessagePath("/dev/termination-log")
                .terminationMessagePolicy("FallbackToLogsOnError")
                .build();
    }

    private static ContainerSpec side() {
        return ContainerSpec.builder("side", "busybox")
                .environmentHidden(true)
                .livenessProbe(Probe.builder(new Probe.Handler.TcpSocket(8081)).build())
                .postStart(new LifecycleHook.TcpSocket("127.0.0.1", 8082))
                .preStop(new LifecycleHook.HttpGet(
                        null, "/stopping", 8083, null, List.of(new LifecycleHook.Header("X-Why", "end"))))
                .build();
    }

    private static ContainerSpec init() {
        return ContainerSpec.builder("init", "busybox")
                .command(List.of("true"))
                .environment(List.of(new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                .volumeMounts(List.of(new VolumeMount("config", "/etc/init", "a", true)))
                .securityContext(SecurityContext.builder()
                        .runAsUser(0L)
                        .addedCapabilities(List.of("SYS_ADMIN"))
                        .build())
                .build();
    }

    private static List<Volume> volumes() {
        return List.of(
                new Volume.EmptyDir("scratch", "Memory", "256Mi"),
                new Volume.ConfigFile("config", List.of(Volume.File.of("a/b", "text".getBytes(UTF_8), 0400)), 0644),
                new Volume.Nfs("share", "nas.example.org", "/data", true),
                new Volume.Flex("bucket", "alicloud/oss", "fuse", "{\"bucket\":\"b\"}"),
                new Volume.Disk("disk", "d-1", 40, "ext4"),
                new Volume.HostPath("host", "/var/log", "Directory"));
    }

    private static InstanceOptions instance() {
        return InstanceOptions.builder()
                .instanceTypes(List.of("ecs.gn6i-c4g1.xlarge", "ecs.gn5i-c4g1.xlarge"))
                .computeCategories(List.of(ComputeCategory.GENERAL, ComputeCategory.ECONOMY))
                .architecture(CpuArchitecture.AMD64)
                .osType(OsType.LINUX)
                .cpuOptions(new CpuOptions(2, 1, "1"))
                .gpuDriverVersion("tesla=525.85.12")
                .ephemeralStorage(50)
                .overheadReservation(true)
                .spot(new SpotOptions(SpotStrategy.SPOT_WITH_PRICE_LIMIT, new BigDecimal("99.125"), 1L, false))
                .build();
    }

    private static Networking networking() {
        return Networking.builder()
                .elasticIp(new ElasticIp.Created(10, "BGP", "cbwp-1"))
                .ipv6(new Ipv6(true, 20))
                .privateIpAddress("192.168.0.77")
                .fixedIp(new FixedIp(24))
                .ingressBandwidth(10_000_000L)
                .egressBandwidth(20_000_000L)
                .dnsPolicy(DnsPolicy.NONE)
                .dns(new DnsConfig(
                        List.of("100.100.2.136"), List.of("example.org"), List.of(new NamedValue("ndots", "2"))))
                .hostAliases(List.of(new HostAlias("10.0.0.1", List.of("one", "uno"))))
                .hostName("web-0")
                .ntpServers(List.of("ntp.example.org"))
                .build();
    }

    private static ImageOptions images(String imageCacheId) {
        return ImageOptions.builder()
                .imageCacheId(imageCacheId)
                .autoMatchImageCache(true)
                .accelerateMode(ImageAccelerateMode.NYDUS)
                .acrRegistries(List.of(new AcrRegistry(
                        "cri-1",
                        "cn-hangzhou",
                        "registry",
                        List.of("registry.example.org"),
                        "acs:ram::1:role/pull",
                        "acs:ram::2:role/own")))
                .plainHttpRegistries(List.of("plain.example.org", "plain2.example.org"))
                .insecureRegistries(List.of("self-signed.example.org"))
                .build();
    }

    private static SystemOptions system() {
        return SystemOptions.builder()
                .sysctls(List.of(new NamedValue("net.ipv4.ip_unprivileged_port_start", "80")))
                .hostSysctls(List.of(new NamedValue("net.core.somaxconn", "1024")))
                .corePattern("/tmp/core")
                .shareProcessNamespace(true)
                .containerResourceView(true)
                .slsEnable(true)
                .build();
    }

    /** What excludes something of {@link #everything}. */
    public static CreateContainerGroupRequest.Builder otherwise(String name, String clientToken) {
        return plain(name, clientToken)
                .networking(Networking.builder()
                        .elasticIp(new ElasticIp.Existing("eip-1"))
                        .build())
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .readinessProbe(
                                Probe.builder(new Probe.Handler.TcpSocket(80)).build())
                        .livenessProbe(Probe.builder(new Probe.Handler.HttpGet(null, 80, null))
                                .build())
                        .postStart(new LifecycleHook.Exec(List.of("true")))
                        .preStop(new LifecycleHook.TcpSocket(null, 80))
                        .build()));
    }
}
