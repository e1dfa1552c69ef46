package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container group in an answer. Component names are the JSON field names with a small first letter; what is null is left
 * out, what is not known yet is an empty text.
 */
record ContainerGroupAnswer(
        String containerGroupId,
        String containerGroupName,
        String regionId,
        String zoneId,
        String vpcId,
        String vSwitchId,
        String securityGroupId,
        String status,
        String restartPolicy,
        String creationTime,
        String succeededTime,
        String failedTime,
        String expiredTime,
        double cpu,
        double memory,
        String intranetIp,
        String internetIp,
        @Nullable String ipv6Address,
        String eniInstanceId,
        @Nullable String instanceType,
        @Nullable String resourceGroupId,
        @Nullable String ramRoleName,
        @Nullable String spotStrategy,
        @Nullable Double spotPriceLimit,
        @Nullable Long ephemeralStorage,
        @Nullable String computeCategory,
        @Nullable EciSecurityContext eciSecurityContext,
        @Nullable String dnsPolicy,
        DnsConfig dnsConfig,
        List<Tag> tags,
        List<GroupSpec.HostAlias> hostAliases,
        List<Event> events,
        List<Container> containers,
        List<InitContainer> initContainers,
        List<Map<String, Object>> volumes) {

    record DnsConfig(List<String> nameServers, List<String> searches, List<GroupSpec.NameValue> options) {}

    record EciSecurityContext(List<GroupSpec.NameValue> sysctls) {}

    record Tag(String key, String value) {}

    record Event(
            int count,
            String type,
            String name,
            String reason,
            String message,
            String firstTimestamp,
            String lastTimestamp) {}

    record Container(
            String name,
            String image,
            @Nullable String workingDir,
            @Nullable String imagePullPolicy,
            List<String> commands,
            List<String> args,
            double cpu,
            double memory,
            @Nullable Long gpu,
            int restartCount,
            boolean ready,
            boolean stdin,
            boolean stdinOnce,
            boolean tty,
            State currentState,
            State previousState,
            @Nullable Probe readinessProbe,
            @Nullable Probe livenessProbe,
            SecurityContext securityContext,
            List<VolumeMount> volumeMounts,
            List<ContainerSpec.Port> ports,
            List<EnvironmentVar> environmentVars) {}

    /** Its command list is called {@code Command}, unlike that of a container. */
    record InitContainer(
            String name,
            String image,
            @Nullable String workingDir,
            @Nullable String imagePullPolicy,
            List<String> command,
            List<String> args,
            double cpu,
            double memory,
            @Nullable Long gpu,
            int restartCount,
            boolean ready,
            State currentState,
            State previousState,
            SecurityContext securityContext,
            List<VolumeMount> volumeMounts,
            List<ContainerSpec.Port> ports,
            List<EnvironmentVar> environmentVars) {}

    record State(
            String state,
            String detailStatus,
            String reason,
            String message,
            String startTime,
            String finishTime,
            @Nullable Integer exitCode,
            @Nullable Integer signal) {

        /** What stands for "there was no run before". */
        static final State NONE = new State("", "", "", "", "", "", null, null);
    }

    record Probe(
            int initialDelaySeconds,
            int periodSeconds,
            int timeoutSeconds,
            int successThreshold,
            int failureThreshold,
            List<String> execs,
            ContainerSpec.@Nullable HttpGet httpGet,
            @Nullable TcpSocket tcpSocket) {}

    record TcpSocket(long port) {}

    record SecurityContext(
            boolean readOnlyRootFilesystem, @Nullable Long runAsUser, Capability capability) {}

    record Capability(List<String> adds) {}

    record VolumeMount(
            String name,
            @Nullable String subPath,
            String mountPath,
            boolean readOnly,
            @Nullable String mountPropagation) {}

    record EnvironmentVar(
            String key, String value, @Nullable ValueFrom valueFrom) {}

    record ValueFrom(FieldRef fieldRef) {}

    record FieldRef(String fieldPath) {}
}
