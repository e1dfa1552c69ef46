package io.vnode.eci.sdk;

import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.LifecycleHook;
import io.vnode.eci.model.MountPropagation;
import io.vnode.eci.model.Probe;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.VolumeMount;
import org.jspecify.annotations.Nullable;

/**
 * Writes containers.
 *
 * <p>The service spells the headers of the hook after the start differently at creation and in an update, and the SDK
 * differs from both.
 */
final class ContainerParameters {

    private static final String HEADERS_AT_CREATION = "HttpGetHttpHeader";
    private static final String POST_START_HEADERS_IN_UPDATE = "HttpGetHttpHeaders";

    private final String postStartHeaders;

    private ContainerParameters(String postStartHeaders) {
        this.postStartHeaders = postStartHeaders;
    }

    static ContainerParameters atCreation() {
        return new ContainerParameters(HEADERS_AT_CREATION);
    }

    static ContainerParameters inUpdate() {
        return new ContainerParameters(POST_START_HEADERS_IN_UPDATE);
    }

    void write(ParameterWriter to, ContainerSpec container) {
        to.put("Name", container.name())
                .put("Image", container.image())
                .put("Cpu", container.cpu())
                .put("Memory", container.memory())
                .put("Gpu", container.gpu())
                .put("WorkingDir", container.workingDir())
                .put("ImagePullPolicy", container.imagePullPolicy())
                .put("TerminationMessagePath", container.terminationMessagePath())
                .put("TerminationMessagePolicy", container.terminationMessagePolicy())
                .put("EnvironmentVarHide", onlyIfTrue(container.environmentHidden()))
                .put("Stdin", onlyIfTrue(container.terminal().stdin()))
                .put("StdinOnce", onlyIfTrue(container.terminal().stdinOnce()))
                .put("Tty", onlyIfTrue(container.terminal().tty()))
                .texts("Command", container.command())
                .texts("Arg", container.args())
                .each("EnvironmentVar", container.environment(), ContainerParameters::variable)
                .each("Port", container.ports(), ContainerParameters::port)
                .each("VolumeMount", container.volumeMounts(), ContainerParameters::mount);
        security(to, container.securityContext());
        probe(to.under("ReadinessProbe"), container.readinessProbe());
        probe(to.under("LivenessProbe"), container.livenessProbe());
        hook(to, "LifecyclePostStartHandler", postStartHeaders, container.postStart());
        hook(to, "LifecyclePreStopHandler", HEADERS_AT_CREATION, container.preStop());
    }

    /** For flags that are false when they are not given. */
    static @Nullable Boolean onlyIfTrue(boolean flag) {
        return flag ? true : null;
    }

    private static void variable(ParameterWriter to, EnvironmentVariable variable) {
        to.put("Key", variable.name());
        switch (variable) {
            case EnvironmentVariable.Literal literal -> to.put("Value", literal.value());
            case EnvironmentVariable.FieldRef field -> to.put("FieldRef.FieldPath", field.fieldPath());
        }
    }

    private static void port(ParameterWriter to, ContainerPort port) {
        to.put("Port", port.port()).put("Protocol", port.protocol());
    }

    private static void mount(ParameterWriter to, VolumeMount mount) {
        MountPropagation propagation = mount.mountPropagation();
        to.put("Name", mount.volumeName())
                .put("MountPath", mount.mountPath())
                .put("SubPath", mount.subPath())
                .put("ReadOnly", mount.readOnly())
                .put("MountPropagation", propagation == null ? null : propagation.word());
    }

    private static void security(ParameterWriter to, SecurityContext security) {
        to.under("SecurityContext")
                .put("RunAsUser", security.runAsUser())
                .put("ReadOnlyRootFilesystem", security.readOnlyRootFilesystem())
                .texts("Capability.Add", security.addedCapabilities());
        to.put("SecurityContextRunAsGroup", security.runAsGroup())
                .put("SecurityContextRunAsNonRoot", security.runAsNonRoot())
                .put("SecurityContextPrivileged", security.privileged());
    }

    private static void probe(ParameterWriter to, @Nullable Probe probe) {
        if (probe == null) {
            return;
        }
        to.put("InitialDelaySeconds", probe.initialDelaySeconds())
                .put("PeriodSeconds", probe.periodSeconds())
                .put("TimeoutSeconds", probe.timeoutSeconds())
                .put("SuccessThreshold", probe.successThreshold())
                .put("FailureThreshold", probe.failureThreshold());
        switch (probe.handler()) {
            case Probe.Handler.HttpGet get ->
                to.under("HttpGet")
                        .put("Path", get.path())
                        .put("Port", get.port())
                        .put("Scheme", get.scheme());
            case Probe.Handler.TcpSocket socket -> to.put("TcpSocket.Port", socket.port());
            case Probe.Handler.Exec exec -> to.texts("Exec.Command", exec.command());
        }
    }

    private static void hook(ParameterWriter to, String name, String headers, @Nullable LifecycleHook hook) {
        switch (hook) {
            case null -> {}
            case LifecycleHook.Exec exec -> to.texts(name + "Exec", exec.command());
            case LifecycleHook.HttpGet get ->
                to.put(name + "HttpGetHost", get.host())
                        .put(name + "HttpGetPath", get.path())
                        .put(name + "HttpGetPort", get.port())
                        .put(name + "HttpGetScheme", get.scheme())
                        .each(name + headers, get.headers(), ContainerParameters::header);
            case LifecycleHook.TcpSocket socket ->
                to.put(name + "TcpSocketHost", socket.host()).put(name + "TcpSocketPort", socket.port());
        }
    }

    private static void header(ParameterWriter to, LifecycleHook.Header header) {
        to.put("Name", header.name()).put("Value", header.value());
    }
}
