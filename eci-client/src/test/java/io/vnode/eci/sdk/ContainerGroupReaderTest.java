package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.RestartPolicy;
import java.time.Instant;
import java.util.Arrays;
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
        byte[] whole = GROUP.getBytes(UTF_8);
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
                .groups()
                .getFirst();
    }
}
