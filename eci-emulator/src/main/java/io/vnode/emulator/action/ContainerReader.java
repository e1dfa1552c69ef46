package io.vnode.emulator.action;

import static io.vnode.emulator.wire.ParameterType.decimal;
import static io.vnode.emulator.wire.ParameterType.flag;
import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one {@code Container.N.} or {@code InitContainer.N.} */
final class ContainerReader {

    static final String CONTAINER = "Container";
    static final String INIT_CONTAINER = "InitContainer";

    private static final int MAX_CONTAINERS = 20;
    private static final ParameterType VARIABLE = ParameterType.matching(
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}"),
            "up to 128 letters, digits and underscores, and must not start with a digit");

    private ContainerReader() {}

    static void describe(ParameterSchema.Builder schema) {
        describeBoth(schema, CONTAINER);
        describeBoth(schema, INIT_CONTAINER);
        String container = CONTAINER + ".N.";
        schema.required(CONTAINER + ".1.Name", text()).required(CONTAINER + ".1.Image", text());
        for (String name : List.of("Stdin", "StdinOnce", "Tty", "EnvironmentVarHide")) {
            schema.optional(container + name, flag());
        }
        schema.optional(container + "SecurityContextRunAsGroup", integer(0, Long.MAX_VALUE))
                .optional(container + "SecurityContextRunAsNonRoot", flag())
                .optional(container + "SecurityContextPrivileged", flag());
        describeProbe(schema, container + "ReadinessProbe.");
        describeProbe(schema, container + "LivenessProbe.");
        describeHook(schema, container + "LifecyclePostStartHandler", "HttpGetHttpHeader");
        describeHook(schema, container + "LifecyclePreStopHandler", "HttpGetHttpHeader");
    }

    /** The same for {@code UpdateContainerGroup}, whose names differ in places; there need not be any container. */
    static void describeForUpdate(ParameterSchema.Builder schema) {
        for (String list : List.of(CONTAINER, INIT_CONTAINER)) {
            describeBoth(schema, list);
            for (String name : List.of("Stdin", "StdinOnce", "Tty")) {
                schema.optional(list + ".N." + name, flag());
            }
        }
        String container = CONTAINER + ".N.";
        describeProbe(schema, container + "ReadinessProbe.");
        describeProbe(schema, container + "LivenessProbe.");
        describeHook(schema, container + "LifecyclePostStartHandler", "HttpGetHttpHeaders");
        describeHook(schema, container + "LifecyclePreStopHandler", "HttpGetHttpHeader");
    }

    private static void describeBoth(ParameterSchema.Builder schema, String list) {
        String container = list + ".N.";
        schema.limit(list, MAX_CONTAINERS)
                .limit(container + "Command", 100)
                .limit(container + "Arg", 100)
                .limit(container + "EnvironmentVar", 240)
                .limit(container + "Port", 100)
                .limit(container + "VolumeMount", 100)
                .required(container + "Name", CommonTypes.NAME)
                .required(container + "Image", text())
                .optional(container + "Cpu", decimal())
                .optional(container + "Memory", decimal())
                .optional(container + "Gpu", integer(0, 64))
                .optional(container + "ImagePullPolicy", oneOf("Always", "IfNotPresent", "Never"))
                .optional(container + "WorkingDir", text())
                .optional(container + "Command.N", text())
                .optional(container + "Arg.N", text())
                .required(container + "EnvironmentVar.N.Key", VARIABLE)
                .optional(container + "EnvironmentVar.N.Value", text())
                .optional(container + "EnvironmentVar.N.FieldRef.FieldPath", oneOf("status.podIP"))
                .required(container + "Port.N.Port", CommonTypes.PORT)
                .optional(container + "Port.N.Protocol", oneOf("TCP", "UDP"))
                .required(container + "VolumeMount.N.Name", text())
                .required(container + "VolumeMount.N.MountPath", text())
                .optional(container + "VolumeMount.N.SubPath", text())
                .optional(container + "VolumeMount.N.ReadOnly", flag())
                .optional(
                        container + "VolumeMount.N.MountPropagation", oneOf("None", "HostToContainer", "Bidirectional"))
                .optional(container + "SecurityContext.RunAsUser", integer(0, Long.MAX_VALUE))
                .optional(container + "SecurityContext.ReadOnlyRootFilesystem", flag())
                .optional(container + "SecurityContext.Capability.Add.N", text())
                .optional(container + "TerminationMessagePath", text())
                .optional(container + "TerminationMessagePolicy", text());
    }

    private static void describeProbe(ParameterSchema.Builder schema, String probe) {
        schema.limit(probe + "Exec.Command", 20)
                .optional(probe + "InitialDelaySeconds", integer(0, Integer.MAX_VALUE))
                .optional(probe + "PeriodSeconds", integer(1, Integer.MAX_VALUE))
                .optional(probe + "TimeoutSeconds", integer(1, Integer.MAX_VALUE))
                .optional(probe + "SuccessThreshold", integer(1, 1))
                .optional(probe + "FailureThreshold", integer(1, Integer.MAX_VALUE))
                .optional(probe + "HttpGet.Path", text())
                .optional(probe + "HttpGet.Port", CommonTypes.PORT)
                .optional(probe + "HttpGet.Scheme", oneOf("HTTP", "HTTPS"))
                .optional(probe + "TcpSocket.Port", CommonTypes.PORT)
                .optional(probe + "Exec.Command.N", text());
    }

    private static void describeHook(ParameterSchema.Builder schema, String hook, String headers) {
        schema.optional(hook + "Exec.N", text())
                .optional(hook + "HttpGetHost", text())
                .optional(hook + "HttpGetPath", text())
                .optional(hook + "HttpGetPort", CommonTypes.PORT)
                .optional(hook + "HttpGetScheme", oneOf("HTTP", "HTTPS"))
                .required(hook + headers + ".N.Name", text())
                .optional(hook + headers + ".N.Value", text())
                .optional(hook + "TcpSocketHost", text())
                .optional(hook + "TcpSocketPort", CommonTypes.PORT);
    }

    static ContainerSpec read(Parameters container) {
        return new ContainerSpec(
                container.text("Name"),
                container.text("Image"),
                container.decimal("Cpu"),
                container.decimal("Memory"),
                container.integer("Gpu"),
                container.find("ImagePullPolicy"),
                container.find("WorkingDir"),
                container.texts("Command"),
                container.texts("Arg"),
                container.elements("EnvironmentVar").stream()
                        .map(ContainerReader::variable)
                        .toList(),
                container.flag("EnvironmentVarHide"),
                container.elements("Port").stream().map(ContainerReader::port).toList(),
                container.elements("VolumeMount").stream()
                        .map(ContainerReader::mount)
                        .toList(),
                new ContainerSpec.Terminal(container.flag("Stdin"), container.flag("StdinOnce"), container.flag("Tty")),
                probe(container, "ReadinessProbe."),
                probe(container, "LivenessProbe."),
                new ContainerSpec.Security(
                        container.flag("SecurityContext.ReadOnlyRootFilesystem"),
                        container.integer("SecurityContext.RunAsUser"),
                        container.texts("SecurityContext.Capability.Add")));
    }

    private static ContainerSpec.EnvironmentVariable variable(Parameters variable) {
        return new ContainerSpec.EnvironmentVariable(
                variable.text("Key"), variable.text("Value"), variable.find("FieldRef.FieldPath"));
    }

    private static ContainerSpec.Port port(Parameters port) {
        return new ContainerSpec.Port(port.integerOr("Port", 0), port.find("Protocol"));
    }

    private static ContainerSpec.Mount mount(Parameters mount) {
        return new ContainerSpec.Mount(
                mount.text("Name"),
                mount.text("MountPath"),
                mount.find("SubPath"),
                mount.flag("ReadOnly"),
                mount.find("MountPropagation"));
    }

    private static ContainerSpec.@Nullable Probe probe(Parameters container, String prefix) {
        if (!container.has(prefix)) {
            return null;
        }
        Parameters probe = container.under(prefix);
        List<String> exec = probe.texts("Exec.Command");
        ContainerSpec.HttpGet httpGet = httpGet(probe);
        Long tcpPort = probe.integer("TcpSocket.Port");
        int handlers = (exec.isEmpty() ? 0 : 1) + (httpGet == null ? 0 : 1) + (tcpPort == null ? 0 : 1);
        if (handlers != 1) {
            throw ApiException.invalid(
                    container.wireName(prefix.substring(0, prefix.length() - 1)),
                    "has %d handlers; it must have exactly one of HttpGet, TcpSocket and Exec".formatted(handlers));
        }
        return new ContainerSpec.Probe(
                probe.integerOr("InitialDelaySeconds", 0),
                probe.integerOr("PeriodSeconds", 10),
                probe.integerOr("TimeoutSeconds", 1),
                probe.integerOr("SuccessThreshold", 1),
                probe.integerOr("FailureThreshold", 3),
                exec,
                httpGet,
                tcpPort);
    }

    private static ContainerSpec.@Nullable HttpGet httpGet(Parameters probe) {
        if (!probe.has("HttpGet.")) {
            return null;
        }
        Long port = probe.integer("HttpGet.Port");
        if (port == null) {
            throw ApiException.missing(probe.wireName("HttpGet.Port"));
        }
        return new ContainerSpec.HttpGet(probe.find("HttpGet.Path"), port, probe.find("HttpGet.Scheme"));
    }
}
