package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.MountPropagation;
import io.vnode.eci.model.Terminal;
import io.vnode.eci.model.VolumeMount;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The containers of a pod. */
final class ContainerTranslator {

    private final Pod pod;
    private final PodInputs inputs;
    private final Set<String> readOnlyVolumes;
    private final Notes notes;

    ContainerTranslator(Pod pod, PodInputs inputs, Set<String> readOnlyVolumes, Notes notes) {
        this.pod = pod;
        this.inputs = inputs;
        this.readOnlyVolumes = readOnlyVolumes;
        this.notes = notes;
    }

    List<ContainerSpec> containers() {
        return pod.getSpec().getContainers().stream()
                .map(container -> common(container)
                        .terminal(new Terminal(
                                Boolean.TRUE.equals(container.getStdin()),
                                Boolean.TRUE.equals(container.getStdinOnce()),
                                Boolean.TRUE.equals(container.getTty())))
                        .livenessProbe(ProbeTranslator.liveness(container))
                        .readinessProbe(ProbeTranslator.readiness(container))
                        .postStart(HookTranslator.postStart(container))
                        .preStop(HookTranslator.preStop(container))
                        .securityContext(SecurityTranslator.ofContainer(pod.getSpec(), container))
                        .build())
                .toList();
    }

    List<ContainerSpec> initContainers() {
        return pod.getSpec().getInitContainers().stream()
                .map(container -> common(container)
                        .securityContext(SecurityTranslator.ofInitContainer(pod.getSpec(), container))
                        .build())
                .toList();
    }

    private ContainerSpec.Builder common(Container container) {
        EnvironmentTranslator environment = EnvironmentTranslator.of(pod, container, inputs, notes);
        ContainerSize size = ContainerSize.of(pod.getSpec(), container);
        return ContainerSpec.builder(container.getName(), container.getImage())
                .command(
                        container.getCommand().stream().map(environment::expand).toList())
                .args(container.getArgs().stream().map(environment::expand).toList())
                .workingDir(container.getWorkingDir())
                .environment(environment.variables())
                .ports(ports(container))
                .volumeMounts(container.getVolumeMounts().stream()
                        .map(mount -> mount(mount, environment))
                        .toList())
                .cpu(size.cpu())
                .memory(size.memory())
                .gpu(size.gpu())
                .imagePullPolicy(container.getImagePullPolicy())
                .terminationMessagePath(container.getTerminationMessagePath())
                .terminationMessagePolicy(container.getTerminationMessagePolicy());
    }

    private VolumeMount mount(io.fabric8.kubernetes.api.model.VolumeMount mount, EnvironmentTranslator environment) {
        String expression = mount.getSubPathExpr();
        String subPath =
                expression == null || expression.isEmpty() ? mount.getSubPath() : environment.expandPath(expression);
        return new VolumeMount(
                mount.getName(),
                mount.getMountPath(),
                subPath == null || subPath.isEmpty() ? null : subPath,
                Boolean.TRUE.equals(mount.getReadOnly()) || readOnlyVolumes.contains(mount.getName()),
                MountPropagation.of(mount.getMountPropagation()));
    }

    private static List<ContainerPort> ports(Container container) {
        return container.getPorts().stream()
                .filter(port -> !"SCTP".equals(port.getProtocol()))
                .map(port -> new ContainerPort(
                        port.getContainerPort(), Objects.requireNonNullElse(port.getProtocol(), "TCP")))
                .distinct()
                .toList();
    }
}
