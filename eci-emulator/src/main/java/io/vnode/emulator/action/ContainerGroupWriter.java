package io.vnode.emulator.action;

import io.vnode.emulator.action.ContainerGroupAnswer.Capability;
import io.vnode.emulator.action.ContainerGroupAnswer.Container;
import io.vnode.emulator.action.ContainerGroupAnswer.DnsConfig;
import io.vnode.emulator.action.ContainerGroupAnswer.EciSecurityContext;
import io.vnode.emulator.action.ContainerGroupAnswer.EnvironmentVar;
import io.vnode.emulator.action.ContainerGroupAnswer.Event;
import io.vnode.emulator.action.ContainerGroupAnswer.FieldRef;
import io.vnode.emulator.action.ContainerGroupAnswer.InitContainer;
import io.vnode.emulator.action.ContainerGroupAnswer.Probe;
import io.vnode.emulator.action.ContainerGroupAnswer.SecurityContext;
import io.vnode.emulator.action.ContainerGroupAnswer.State;
import io.vnode.emulator.action.ContainerGroupAnswer.Tag;
import io.vnode.emulator.action.ContainerGroupAnswer.TcpSocket;
import io.vnode.emulator.action.ContainerGroupAnswer.ValueFrom;
import io.vnode.emulator.action.ContainerGroupAnswer.VolumeMount;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.ContainerState;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.state.Region;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes container groups as {@code DescribeContainerGroups} answers them. */
final class ContainerGroupWriter {

    private final Region region;
    private final boolean withEvents;

    ContainerGroupWriter(Region region, boolean withEvents) {
        this.region = region;
        this.withEvents = withEvents;
    }

    ContainerGroupAnswer write(GroupSnapshot group) {
        GroupSpec spec = group.spec();
        GroupSpec.Network network = spec.network();
        GroupSpec.Extras extras = spec.extras();
        return new ContainerGroupAnswer(
                group.id(),
                spec.name(),
                region.id(),
                group.placement().vSwitch().zoneId(),
                region.vpcOf(group.placement().vSwitch()),
                group.placement().vSwitch().id(),
                spec.securityGroupId(),
                group.status().wireName(),
                spec.restartPolicy().wireName(),
                time(group.created()),
                endedAs(GroupStatus.SUCCEEDED, group),
                endedAs(GroupStatus.FAILED, group),
                endedAs(GroupStatus.EXPIRED, group),
                spec.size().cpu(),
                spec.size().memory(),
                group.scheduled() == null ? "" : group.placement().address(),
                group.internetAddress(),
                group.ipv6Address().isEmpty() ? null : group.ipv6Address(),
                group.scheduled() == null ? "" : group.networkInterfaceId(),
                extras.instanceType(),
                extras.resourceGroupId(),
                extras.ramRoleName(),
                extras.spotStrategy(),
                extras.spotPriceLimit(),
                extras.ephemeralStorage(),
                extras.computeCategory(),
                extras.sysctls().isEmpty() ? null : new EciSecurityContext(extras.sysctls()),
                network.dnsPolicy(),
                new DnsConfig(network.nameServers(), network.searches(), network.dnsOptions()),
                tags(spec.tags()),
                network.hostAliases(),
                withEvents ? events(group) : List.of(),
                group.containers().stream().map(ContainerGroupWriter::container).toList(),
                group.initContainers().stream()
                        .map(ContainerGroupWriter::initContainer)
                        .toList(),
                spec.volumes().stream().map(VolumeWriter::write).toList());
    }

    private static String endedAs(GroupStatus status, GroupSnapshot group) {
        return group.status() == status ? time(group.ended()) : "";
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
    }

    private static List<Event> events(GroupSnapshot group) {
        return group.events().stream()
                .map(event -> new Event(
                        event.count(),
                        event.warning() ? "Warning" : "Normal",
                        "%s.%x".formatted(group.spec().name(), event.first().toEpochMilli()),
                        event.reason(),
                        event.message(),
                        time(event.first()),
                        time(event.last())))
                .toList();
    }

    private static Container container(ContainerSnapshot container) {
        ContainerSpec spec = container.spec();
        return new Container(
                spec.name(),
                spec.image(),
                spec.workingDir(),
                spec.imagePullPolicy(),
                spec.command(),
                spec.args(),
                numberOf(spec.cpu()),
                numberOf(spec.memory()),
                spec.gpu(),
                container.restarts(),
                container.ready(),
                spec.terminal().stdin(),
                spec.terminal().stdinOnce(),
                spec.terminal().tty(),
                state(container.current()),
                container.previous() == null ? State.NONE : state(container.previous()),
                probe(spec.readinessProbe()),
                probe(spec.livenessProbe()),
                security(spec.security()),
                mounts(spec),
                spec.ports(),
                variables(spec));
    }

    private static InitContainer initContainer(ContainerSnapshot container) {
        ContainerSpec spec = container.spec();
        return new InitContainer(
                spec.name(),
                spec.image(),
                spec.workingDir(),
                spec.imagePullPolicy(),
                spec.command(),
                spec.args(),
                numberOf(spec.cpu()),
                numberOf(spec.memory()),
                spec.gpu(),
                container.restarts(),
                container.current() instanceof ContainerState.Terminated ended && ended.exitCode() == 0,
                state(container.current()),
                container.previous() == null ? State.NONE : state(container.previous()),
                security(spec.security()),
                mounts(spec),
                spec.ports(),
                variables(spec));
    }

    private static double numberOf(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static State state(ContainerState state) {
        return switch (state) {
            case ContainerState.Waiting(var reason, var message) ->
                new State("Waiting", reason, reason, message, "", "", null, null);
            case ContainerState.Running(var start) -> new State("Running", "", "", "", time(start), "", null, null);
            case ContainerState.Terminated ended ->
                new State(
                        "Terminated",
                        ended.reason(),
                        ended.reason(),
                        "",
                        time(ended.start()),
                        time(ended.finish()),
                        ended.exitCode(),
                        ended.signal());
        };
    }

    private static @Nullable Probe probe(ContainerSpec.@Nullable Probe probe) {
        return probe == null
                ? null
                : new Probe(
                        probe.initialDelaySeconds(),
                        probe.periodSeconds(),
                        probe.timeoutSeconds(),
                        probe.successThreshold(),
                        probe.failureThreshold(),
                        probe.exec(),
                        probe.httpGet(),
                        probe.tcpPort() == null ? null : new TcpSocket(probe.tcpPort()));
    }

    private static SecurityContext security(ContainerSpec.Security security) {
        return new SecurityContext(
                security.readOnlyRootFilesystem(), security.runAsUser(), new Capability(security.addedCapabilities()));
    }

    private static List<VolumeMount> mounts(ContainerSpec spec) {
        return spec.mounts().stream()
                .map(mount -> new VolumeMount(
                        mount.volume(), mount.subPath(), mount.mountPath(), mount.readOnly(), mount.propagation()))
                .toList();
    }

    private static List<EnvironmentVar> variables(ContainerSpec spec) {
        return spec.environmentHidden()
                ? List.of()
                : spec.environment().stream()
                        .map(variable -> new EnvironmentVar(
                                variable.key(),
                                variable.value(),
                                variable.fieldPath() == null
                                        ? null
                                        : new ValueFrom(new FieldRef(variable.fieldPath()))))
                        .toList();
    }
}
