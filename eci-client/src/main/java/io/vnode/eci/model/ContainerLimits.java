package io.vnode.eci.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ECI documents of containers in a request. What it describes itself is not held to it. */
final class ContainerLimits {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private ContainerLimits() {}

    static void check(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        Limits.atMost("containers", containers, CreateContainerGroupRequest.MAX_CONTAINERS);
        Limits.atMost("init containers", initContainers, CreateContainerGroupRequest.MAX_CONTAINERS);
        containers.forEach(ContainerLimits::check);
        initContainers.forEach(ContainerLimits::check);
    }

    /** Init containers have less than containers, and less at creation than in an update. */
    static void checkAtCreation(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        check(containers, initContainers);
        initContainers.forEach(ContainerLimits::checkInitContainer);
    }

    static void checkInUpdate(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        check(containers, initContainers);
        containers.forEach(ContainerLimits::checkUpdatable);
        initContainers.forEach(ContainerLimits::checkUpdatable);
        initContainers.forEach(container -> Limits.require(
                !watched(container),
                "init container %s: ECI takes no probes and hooks for it".formatted(container.name())));
    }

    private static void checkUpdatable(ContainerSpec container) {
        SecurityContext security = container.securityContext();
        boolean updatable = !container.environmentHidden()
                && container.terminationMessagePath() == null
                && container.terminationMessagePolicy() == null
                && security.runAsGroup() == null
                && security.runAsNonRoot() == null
                && security.privileged() == null;
        Limits.require(
                updatable,
                "container %s: ECI takes no hidden environment, group, privileges or last words in an update"
                        .formatted(container.name()));
    }

    private static void check(ContainerSpec container) {
        String of = " of container " + container.name();
        Limits.atMost("command words" + of, container.command(), 100);
        Limits.atMost("arguments" + of, container.args(), 100);
        Limits.atMost("environment variables" + of, container.environment(), 240);
        container
                .environment()
                .forEach(variable -> Limits.require(
                        VARIABLE.matcher(variable.name()).matches(),
                        "environment variable '%s'%s is not of 1 to 128 letters, digits and underscores"
                                .formatted(variable.name(), of)));
        Limits.atMost("ports" + of, container.ports(), 100);
        Limits.atMost("volume mounts" + of, container.volumeMounts(), 100);
        Limits.within("gpu" + of, container.gpu(), 0, 64);
        check(container.readinessProbe());
        check(container.livenessProbe());
    }

    private static void checkInitContainer(ContainerSpec container) {
        SecurityContext security = container.securityContext();
        boolean plain = !watched(container)
                && container.terminal().equals(Terminal.NONE)
                && !container.environmentHidden()
                && security.runAsGroup() == null
                && security.runAsNonRoot() == null
                && security.privileged() == null;
        Limits.require(
                plain,
                "init container %s: ECI takes no probes, hooks, input, hidden environment, group or privileges for it"
                        .formatted(container.name()));
    }

    private static boolean watched(ContainerSpec container) {
        return container.readinessProbe() != null
                || container.livenessProbe() != null
                || container.postStart() != null
                || container.preStop() != null;
    }

    private static void check(@Nullable Probe probe) {
        if (probe == null) {
            return;
        }
        Limits.within("initialDelaySeconds", probe.initialDelaySeconds(), 0, Integer.MAX_VALUE);
        Limits.within("periodSeconds", probe.periodSeconds(), 1, Integer.MAX_VALUE);
        Limits.within("timeoutSeconds", probe.timeoutSeconds(), 1, Integer.MAX_VALUE);
        Limits.within("successThreshold", probe.successThreshold(), 1, 1);
        Limits.within("failureThreshold", probe.failureThreshold(), 1, Integer.MAX_VALUE);
        switch (probe.handler()) {
            case Probe.Handler.HttpGet get -> Limits.port(get.port());
            case Probe.Handler.TcpSocket socket -> Limits.port(socket.port());
            case Probe.Handler.Exec exec -> {
                Limits.require(!exec.command().isEmpty(), "a probe has an empty command");
                Limits.atMost("words of a probe's command", exec.command(), 20);
            }
        }
    }
}
