package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VolumeSpec;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a container group as a template. What templates cannot say is left out. */
final class ExportContainerGroupTemplate implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .build();

    private final Region region;
    private final ContainerGroups groups;

    ExportContainerGroupTemplate(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "ExportContainerGroupTemplate";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Refusals.requireRegion(call.parameters(), region);
        return new Answer(call.requestId(), template(Existing.group(groups, call.parameters())));
    }

    private Map<String, Object> template(GroupSnapshot group) {
        GroupSpec spec = group.spec();
        GroupSpec.Network network = spec.network();
        return fields(
                "RegionId", region.id(),
                "ZoneId", group.placement().vSwitch().zoneId(),
                "SecurityGroupId", spec.securityGroupId(),
                "VSwitchId", group.placement().vSwitch().id(),
                "ResourceGroupId", spec.extras().resourceGroupId(),
                "EipInstanceId", spec.terms().eipInstanceId(),
                "ContainerGroupName", spec.name(),
                "Resources",
                        fields("Cpu", spec.size().cpu(), "Memory", spec.size().memory()),
                "Tags",
                        spec.tags().entrySet().stream()
                                .map(tag -> fields("Key", tag.getKey(), "Value", tag.getValue()))
                                .toList(),
                "Spec",
                        fields(
                                "RestartPolicy", spec.restartPolicy().wireName(),
                                "DnsPolicy", network.dnsPolicy(),
                                "DnsConfig",
                                        fields(
                                                "NameServers", network.nameServers(),
                                                "Searches", network.searches(),
                                                "Options",
                                                        network.dnsOptions().stream()
                                                                .map(each -> fields(
                                                                        "Name", each.name(), "Value", each.value()))
                                                                .toList()),
                                "Volumes",
                                        spec.volumes().stream()
                                                .map(ExportContainerGroupTemplate::volume)
                                                .toList(),
                                "Containers",
                                        spec.containers().stream()
                                                .map(each -> container(each, false))
                                                .toList(),
                                "InitContainers",
                                        spec.initContainers().stream()
                                                .map(each -> container(each, true))
                                                .toList()));
    }

    private static Map<String, Object> volume(VolumeSpec volume) {
        return switch (volume) {
            case VolumeSpec.ConfigFile config ->
                fields(
                        "Name", config.name(),
                        "ConfigFile",
                                fields(
                                        "Items",
                                        config.files().stream()
                                                .map(file -> fields(
                                                        "Path",
                                                        file.path(),
                                                        "Mode",
                                                        file.mode(),
                                                        "Content",
                                                        file.content()))
                                                .toList()));
            case VolumeSpec.Nfs nfs ->
                fields(
                        "Name", nfs.name(),
                        "Nfs", fields("Server", nfs.server(), "Path", nfs.path(), "ReadOnly", nfs.readOnly()));
            case VolumeSpec.EmptyDir empty ->
                fields("Name", empty.name(), "EmptyDir", fields("SizeLimit", empty.sizeLimit()));
            default -> fields("Name", volume.name(), "EmptyDir", Map.of());
        };
    }

    private static Map<String, Object> container(ContainerSpec container, boolean init) {
        Map<String, Object> fields = fields(
                "Name", container.name(),
                "Image", container.image(),
                "ImagePullPolicy", container.imagePullPolicy(),
                "WorkingDir", container.workingDir(),
                "Command", container.command(),
                "Args", container.args(),
                "Resources", fields("Cpu", container.cpu(), "Memory", container.memory()),
                "SecurityContext",
                        fields(
                                "ReadOnlyRootFilesystem", container.security().readOnlyRootFilesystem(),
                                "RunAsUser", container.security().runAsUser(),
                                "Capabilities",
                                        fields("Add", container.security().addedCapabilities())),
                "Env",
                        container.environment().stream()
                                .filter(each -> each.fieldPath() == null)
                                .map(each -> fields("Name", each.key(), "Value", each.value()))
                                .toList(),
                "Ports",
                        container.ports().stream()
                                .map(each -> fields("ContainerPort", each.port(), "Protocol", each.protocol()))
                                .toList(),
                "VolumeMounts",
                        container.mounts().stream()
                                .map(each -> fields(
                                        "Name", each.volume(),
                                        "SubPath", each.subPath(),
                                        "MountPath", each.mountPath(),
                                        "ReadOnly", each.readOnly()))
                                .toList());
        if (!init) {
            fields.putAll(fields(
                    "Stdin", container.terminal().stdin(),
                    "StdinOnce", container.terminal().stdinOnce(),
                    "Tty", container.terminal().tty(),
                    "ReadinessProbe", probe(container.readinessProbe()),
                    "LivenessProbe", probe(container.livenessProbe())));
        }
        return fields;
    }

    private static @Nullable Map<String, Object> probe(ContainerSpec.@Nullable Probe probe) {
        if (probe == null) {
            return null;
        }
        ContainerSpec.HttpGet http = probe.httpGet();
        return fields(
                "InitialDelaySeconds", probe.initialDelaySeconds(),
                "PeriodSeconds", probe.periodSeconds(),
                "SuccessThreshold", probe.successThreshold(),
                "FailureThreshold", probe.failureThreshold(),
                "TimeoutSeconds", probe.timeoutSeconds(),
                "Exec", probe.exec().isEmpty() ? null : fields("Command", probe.exec()),
                "TcpSocket", probe.tcpPort() == null ? null : fields("Port", probe.tcpPort()),
                "HttpGet",
                        http == null
                                ? null
                                : fields("Scheme", http.scheme(), "Path", http.path(), "Port", http.port()));
    }

    /** Names and values in turn; what is null is left out. */
    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return fields;
    }

    private record Answer(String requestId, Map<String, Object> template) {}
}
