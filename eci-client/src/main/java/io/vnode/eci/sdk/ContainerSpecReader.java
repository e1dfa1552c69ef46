package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.MountPropagation;
import io.vnode.eci.model.Probe;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what was ordered of a container. Init containers are described alike, but their command has another name. */
final class ContainerSpecReader {

    private ContainerSpecReader() {}

    /** Null when the answer does not even say what runs. */
    static @Nullable ContainerSpec read(Fields container) {
        String name = container.optionalText("Name");
        String image = container.optionalText("Image");
        if (name == null || name.isBlank() || image == null || image.isBlank()) {
            return null;
        }
        List<String> commands = container.texts("Commands");
        return ContainerSpec.builder(name, image)
                .command(commands.isEmpty() ? container.texts("Command") : commands)
                .args(container.texts("Args"))
                .workingDir(container.optionalText("WorkingDir"))
                .imagePullPolicy(container.optionalText("ImagePullPolicy"))
                .environment(container.list("EnvironmentVars", ContainerSpecReader::variable))
                .ports(present(container.list("Ports", ContainerSpecReader::port)))
                .volumeMounts(container.list("VolumeMounts", ContainerSpecReader::mount))
                .cpu(size(container.number("Cpu")))
                .memory(size(container.number("Memory")))
                .gpu(unlessZero(container.integer("Gpu")))
                .terminal(
                        new Terminal(container.isTrue("Stdin"), container.isTrue("StdinOnce"), container.isTrue("Tty")))
                .readinessProbe(probe(container.object("ReadinessProbe")))
                .livenessProbe(probe(container.object("LivenessProbe")))
                .securityContext(security(container.object("SecurityContext")))
                .build();
    }

    /** ECI writes 0 for a container that shares the group's. */
    private static @Nullable BigDecimal size(double number) {
        return number == 0 ? null : BigDecimal.valueOf(number);
    }

    private static @Nullable Integer unlessZero(@Nullable Integer number) {
        return number == null || number == 0 ? null : number;
    }

    private static <T> List<T> present(List<@Nullable T> items) {
        return items.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static EnvironmentVariable variable(Fields variable) {
        String name = variable.text("Key");
        Fields from = variable.object("ValueFrom");
        Fields field = from == null ? null : from.object("FieldRef");
        String path = field == null ? null : field.optionalText("FieldPath");
        return path == null
                ? new EnvironmentVariable.Literal(name, variable.textOrEmpty("Value"))
                : new EnvironmentVariable.FieldRef(name, path);
    }

    /** A number that is no port tells nobody anything. */
    private static @Nullable ContainerPort port(Fields port) {
        Integer number = port.integer("Port");
        String protocol = port.optionalText("Protocol");
        return number == null || number < 1 || number > 65_535
                ? null
                : new ContainerPort(number, protocol == null ? "TCP" : protocol);
    }

    private static VolumeMount mount(Fields mount) {
        return new VolumeMount(
                mount.text("Name"),
                mount.text("MountPath"),
                mount.optionalText("SubPath"),
                mount.isTrue("ReadOnly"),
                MountPropagation.of(mount.optionalText("MountPropagation")));
    }

    /** Where there is no probe, ECI leaves it out or sends one without a handler. */
    private static @Nullable Probe probe(@Nullable Fields probe) {
        Probe.Handler handler = probe == null ? null : handler(probe);
        return probe == null || handler == null
                ? null
                : Probe.builder(handler)
                        .initialDelaySeconds(probe.integer("InitialDelaySeconds"))
                        .periodSeconds(probe.integer("PeriodSeconds"))
                        .timeoutSeconds(probe.integer("TimeoutSeconds"))
                        .successThreshold(probe.integer("SuccessThreshold"))
                        .failureThreshold(probe.integer("FailureThreshold"))
                        .build();
    }

    private static Probe.@Nullable Handler handler(Fields probe) {
        List<String> command = probe.texts("Execs");
        if (!command.isEmpty()) {
            return new Probe.Handler.Exec(command);
        }
        Fields get = probe.object("HttpGet");
        Integer port = get == null ? null : unlessZero(get.integer("Port"));
        if (get != null && port != null) {
            return new Probe.Handler.HttpGet(get.optionalText("Path"), port, get.optionalText("Scheme"));
        }
        Fields socket = probe.object("TcpSocket");
        Integer tcpPort = socket == null ? null : unlessZero(socket.integer("Port"));
        return tcpPort == null ? null : new Probe.Handler.TcpSocket(tcpPort);
    }

    private static SecurityContext security(@Nullable Fields security) {
        if (security == null) {
            return SecurityContext.UNSPECIFIED;
        }
        Fields capability = security.object("Capability");
        return SecurityContext.builder()
                .runAsUser(security.longNumber("RunAsUser"))
                .readOnlyRootFilesystem(security.flag("ReadOnlyRootFilesystem"))
                .addedCapabilities(capability == null ? List.of() : capability.texts("Adds"))
                .build();
    }
}
