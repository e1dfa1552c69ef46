package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.GroupInstance;
import io.vnode.eci.model.GroupNetwork;
import io.vnode.eci.model.GroupVolume;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.MountPropagation;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.Probe;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.SpotStrategy;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContainerGroupReaderTest {

    private static final String GROUP = """
            {
              "RequestId": "R-1", "TotalCount": 1, "NextToken": "",
              "ContainerGroups": [{
                "ContainerGroupId": "eci-1", "ContainerGroupName": "web", "Status": "Running",
                "RegionId": "cn-hangzhou", "ZoneId": "cn-hangzhou-h", "VSwitchId": "vsw-1", "SecurityGroupId": "sg-1",
                "Cpu": 0.25, "Memory": 1, "IntranetIp": "192.168.0.9", "InternetIp": "", "RestartPolicy": "Always",
                "CreationTime": "2026-01-02T03:04:05Z", "SucceededTime": "", "FailedTime": "",
                "Tags": [{"Key": "ClusterName", "Value": "c1"}, {"Key": "empty", "Value": ""}],
                "AFieldOfTomorrow": {"with": ["anything", 1, null]},
                "Events": [{"Count": 2, "Type": "Warning", "Name": "web.1", "Reason": "BackOff",
                  "Message": "back-off \\u003c5s\\u003e", "FirstTimestamp": "2026-01-02T03:04:06Z",
                  "LastTimestamp": "2026-01-02T03:04:07Z"}],
                "Containers": [
                  {"Name": "web", "Image": "nginx", "Cpu": 0, "Memory": 0, "RestartCount": 3, "Ready": false,
                   "CurrentState": {"State": "Waiting", "Reason": "CrashLoopBackOff", "Message": "back-off"},
                   "PreviousState": {"State": "Terminated", "ExitCode": 137, "Signal": 9, "Reason": "Error",
                     "StartTime": "2026-01-02T03:04:05Z", "FinishTime": "2026-01-02T03:04:06Z"}},
                  {"Name": "side", "Image": "busybox", "RestartCount": 0,
                   "CurrentState": {"State": "Running", "StartTime": "2026-01-02T03:04:05Z", "FinishTime": ""},
                   "PreviousState": {"State": "", "DetailStatus": "", "StartTime": ""}},
                  {"Name": "young", "Image": "busybox"},
                  {"Name": "odd", "Image": "busybox", "CurrentState": {"State": "Hibernating"}}
                ]
              }]
            }
            """;

    @Test
    void readsEverythingWeUse() {
        ContainerGroup group = read(GROUP);

        assertThat(group.id()).isEqualTo("eci-1");
        assertThat(group.name()).isEqualTo("web");
        assertThat(group.status()).isEqualTo(ContainerGroupStatus.RUNNING);
        assertThat(group.regionId()).isEqualTo("cn-hangzhou");
        assertThat(group.zoneId()).isEqualTo("cn-hangzhou-h");
        assertThat(group.vSwitchId()).isEqualTo("vsw-1");
        assertThat(group.securityGroupId()).isEqualTo("sg-1");
        assertThat(group.cpu()).isEqualTo(0.25);
        assertThat(group.memory()).isEqualTo(1);
        assertThat(group.intranetIp()).isEqualTo("192.168.0.9");
        assertThat(group.internetIp()).isNull();
        assertThat(group.restartPolicy()).isEqualTo(RestartPolicy.ALWAYS);
        assertThat(group.creationTime()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(group.succeededTime()).isNull();
        assertThat(group.tags()).isEqualTo(Map.of("ClusterName", "c1", "empty", ""));
        assertThat(group.events())
                .containsExactly(new Event(
                        "Warning",
                        "web.1",
                        "BackOff",
                        "back-off <5s>",
                        2,
                        Instant.parse("2026-01-02T03:04:06Z"),
                        Instant.parse("2026-01-02T03:04:07Z")));
    }

    @Test
    void readsTheStatesOfContainers() {
        ContainerGroup group = read(GROUP);

        Instant start = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(group.containers())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("spec")
                .containsExactly(
                        new Container(
                                "web",
                                "nginx",
                                0,
                                0,
                                3,
                                false,
                                new ContainerState.Waiting("CrashLoopBackOff", "back-off"),
                                new ContainerState.Terminated(137, 9, "Error", null, start, start.plusSeconds(1))),
                        new Container("side", "busybox", 0, 0, 0, true, new ContainerState.Running(start), null),
                        new Container("young", "busybox", 0, 0, 0, false, new ContainerState.Waiting(null, null), null),
                        new Container(
                                "odd",
                                "busybox",
                                0,
                                0,
                                0,
                                false,
                                new ContainerState.Unrecognised("Hibernating"),
                                null));
    }

    private static final String DESCRIBED = """
            {"ContainerGroups": [{
              "ContainerGroupId": "eci-1", "ContainerGroupName": "web", "Status": "Running",
              "VpcId": "vpc-1", "EniInstanceId": "eni-1", "Ipv6Address": "2001:db8::1", "DnsPolicy": "None",
              "DnsConfig": {"NameServers": ["1.1.1.1"], "Searches": ["example.org"],
                "Options": [{"Name": "ndots", "Value": "2"}, {"Name": "rotate", "Value": ""}]},
              "HostAliases": [{"Ip": "10.0.0.1", "Hostnames": ["one", "uno"]}],
              "InstanceType": "ecs.c6.large", "ComputeCategory": "general", "SpotStrategy": "SpotWithPriceLimit",
              "SpotPriceLimit": 0.125, "EphemeralStorage": 50, "Discount": 100,
              "ResourceGroupId": "rg-1", "RamRoleName": "pod-role",
              "EciSecurityContext": {"Sysctls": [{"Name": "net.core.somaxconn", "Value": "1024"}]},
              "Containers": [{"Name": "web", "Image": "nginx", "Cpu": 0.5, "Memory": 1, "Gpu": 1,
                "WorkingDir": "/srv", "ImagePullPolicy": "Always", "Commands": ["sh"], "Args": ["-c"],
                "Stdin": true, "StdinOnce": false, "Tty": true,
                "EnvironmentVars": [{"Key": "MODE", "Value": "fast"},
                  {"Key": "IP", "Value": "", "ValueFrom": {"FieldRef": {"FieldPath": "status.podIP"}}}],
                "Ports": [{"Port": 8080, "Protocol": "TCP"}, {"Port": 0, "Protocol": "TCP"}],
                "VolumeMounts": [{"Name": "scratch", "MountPath": "/cache", "SubPath": "a", "ReadOnly": true,
                  "MountPropagation": "Bidirectional"}],
                "ReadinessProbe": {"PeriodSeconds": 2, "Execs": [], "HttpGet": {"Path": "/ready", "Port": 8080, "Scheme": "HTTP"}},
                "LivenessProbe": {"Execs": [], "HttpGet": {}, "TcpSocket": {}},
                "SecurityContext": {"RunAsUser": 5000000000, "ReadOnlyRootFilesystem": true,
                  "Capability": {"Adds": ["NET_ADMIN"]}}}],
              "InitContainers": [{"Name": "init", "Image": "busybox", "Command": ["true"]}],
              "Volumes": [
                {"Type": "EmptyDirVolume", "Name": "scratch", "EmptyDirVolumeMedium": "Memory", "EmptyDirVolumeSizeLimit": "1Gi"},
                {"Type": "ConfigFileVolume", "Name": "config", "ConfigFileVolumeConfigFileToPaths": [{"Path": "a", "Content": "eA=="}]},
                {"Type": "NFSVolume", "Name": "share", "NFSVolumeServer": "nas", "NFSVolumePath": "/", "NFSVolumeReadOnly": true},
                {"Type": "FlexVolume", "Name": "bucket", "FlexVolumeDriver": "alicloud/oss", "FlexVolumeOptions": "{}"},
                {"Type": "DiskVolume", "Name": "disk", "DiskVolumeDiskId": "d-1", "DiskVolumeFsType": "ext4"},
                {"Type": "VolumeOfTomorrow", "Name": "new"}]
            }]}
            """;

    @Test
    void readsWhatAGroupRunsOnAndHowItMeetsItsNetwork() {
        ContainerGroup group = read(DESCRIBED);

        assertThat(group.network())
                .isEqualTo(new GroupNetwork(
                        "vpc-1",
                        "eni-1",
                        "2001:db8::1",
                        DnsPolicy.NONE,
                        new DnsConfig(
                                List.of("1.1.1.1"),
                                List.of("example.org"),
                                List.of(new NamedValue("ndots", "2"), new NamedValue("rotate", null))),
                        List.of(new HostAlias("10.0.0.1", List.of("one", "uno")))));
        assertThat(group.instance())
                .isEqualTo(new GroupInstance(
                        "ecs.c6.large", "general", SpotStrategy.SPOT_WITH_PRICE_LIMIT, 0.125, 50, 100));
        assertThat(group.resourceGroupId()).isEqualTo("rg-1");
        assertThat(group.ramRoleName()).isEqualTo("pod-role");
        assertThat(group.sysctls()).containsExactly(new NamedValue("net.core.somaxconn", "1024"));
    }

    @Test
    void readsWhatWasOrderedOfAContainer() {
        ContainerGroup group = read(DESCRIBED);

        assertThat(group.containers().getFirst().spec())
                .isEqualTo(ContainerSpec.builder("web", "nginx")
                        .command(List.of("sh"))
                        .args(List.of("-c"))
                        .workingDir("/srv")
                        .imagePullPolicy("Always")
                        .cpu(new BigDecimal("0.5"))
                        .memory(new BigDecimal("1.0"))
                        .gpu(1)
                        .terminal(new Terminal(true, false, true))
                        .environment(List.of(
                                new EnvironmentVariable.Literal("MODE", "fast"),
                                new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                        .ports(List.of(new ContainerPort(8080, "TCP")))
                        .volumeMounts(List.of(
                                new VolumeMount("scratch", "/cache", "a", true, MountPropagation.BIDIRECTIONAL)))
                        .readinessProbe(Probe.builder(new Probe.Handler.HttpGet("/ready", 8080, "HTTP"))
                                .periodSeconds(2)
                                .build())
                        .securityContext(SecurityContext.builder()
                                .runAsUser(5_000_000_000L)
                                .readOnlyRootFilesystem(true)
                                .addedCapabilities(List.of("NET_ADMIN"))
                                .build())
                        .build());
        assertThat(group.initContainers().getFirst().spec())
                .isEqualTo(ContainerSpec.builder("init", "busybox")
                        .command(List.of("true"))
                        .build());
    }

    @Test
    void readsVolumesAndNamesThoseItDoesNotKnow() {
        assertThat(read(DESCRIBED).volumes())
                .extracting(GroupVolume::volume)
                .containsExactly(
                        new Volume.EmptyDir("scratch", "Memory", "1Gi"),
                        new Volume.ConfigFile("config", List.of(new Volume.File("a", "eA==", null)), null),
                        new Volume.Nfs("share", "nas", "/", true),
                        new Volume.Flex("bucket", "alicloud/oss", null, "{}"),
                        new Volume.Disk("disk", "d-1", null, "ext4"),
                        null);
        assertThat(read(DESCRIBED).volumes().getLast().type()).isEqualTo("VolumeOfTomorrow");
    }

    @Test
    void keepsAListingWhoseInformationIsOddButWhoseStatesAreClear() {
        ContainerGroup group = read(DESCRIBED
                .replace("\"Discount\": 100", "\"Discount\": \"ten\"")
                .replace("\"RunAsUser\": 5000000000", "\"RunAsUser\": \"root\"")
                .replace("[\"1.1.1.1\"]", "17"));

        assertThat(group.status()).isEqualTo(ContainerGroupStatus.RUNNING);
        assertThat(group.instance()).isEqualTo(GroupInstance.UNKNOWN);
        assertThat(group.network()).isEqualTo(GroupNetwork.UNKNOWN);
        assertThat(group.containers().getFirst().name()).isEqualTo("web");
        assertThat(group.containers().getFirst().spec()).isNull();
    }

    @Test
    void doesNotGuessTheExitCodeOfAContainer() {
        String withoutExitCode = GROUP.replace("\"ExitCode\": 137,", "");

        assertThatThrownBy(() -> read(withoutExitCode))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("ExitCode");
    }

    @Test
    void readsABodyThatIsCutOffAnywhereAsUnreadable() {
        byte[] whole = GROUP.strip().getBytes(UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ContainerGroupReader.page(Fields.of(cut)))
                    .isInstanceOf(UnreadableAnswerException.class);
        }
    }

    @Test
    void eitherReadsADamagedBodyOrSaysThatItCannot() {
        byte[] whole = DESCRIBED.getBytes(UTF_8);
        Random random = new Random(20_261_122);
        int unreadable = 0;

        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                ContainerGroupReader.page(Fields.of(damaged));
            } catch (UnreadableAnswerException _) {
                unreadable++;
            }
        }

        assertThat(unreadable).isPositive();
    }

    private static ContainerGroup read(String body) {
        return ContainerGroupReader.page(Fields.of(body.getBytes(UTF_8)))
                .items()
                .getFirst();
    }
}
