package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what one container asks for and does not get, but for its privileges. */
final class ContainerFeatures {

    private static final Set<Integer> RESERVED_PORTS = Set.of(111, 10250, 10255);

    private final Findings found;
    private final Container container;
    private final String at;

    ContainerFeatures(Findings found, Container container, String at) {
        this.found = found;
        this.container = container;
        this.at = at;
    }

    void lookAtInitContainer() {
        found.addIf(container.getRestartPolicy() != null, ContainerFeature.SIDECAR, at + "restartPolicy");
        found.addIf(Boolean.TRUE.equals(container.getStdin()), ContainerFeature.INIT_TERMINAL, at + "stdin");
        found.addIf(Boolean.TRUE.equals(container.getTty()), ContainerFeature.INIT_TERMINAL, at + "tty");
        lookAtBoth();
    }

    void lookAtContainer() {
        found.addIf(container.getRestartPolicy() != null, ContainerFeature.RESTART_RULES, at + "restartPolicy");
        new ProbeFeatures(found, container, at).lookAt();
        lookAtBoth();
    }

    private void lookAtBoth() {
        found.addIf(
                !container.getRestartPolicyRules().isEmpty(),
                ContainerFeature.RESTART_RULES,
                at + "restartPolicyRules");
        found.addIf(!container.getVolumeDevices().isEmpty(), VolumeFeature.BLOCK_VOLUME, at + "volumeDevices");
        container.getPorts().forEach(this::lookAt);
        container.getEnv().forEach(this::lookAt);
        AddressTexts.in(container).forEach(field -> found.addIf(true, EnvironmentFeature.ADDRESS_IN_TEXT, at + field));
        container.getVolumeMounts().forEach(this::lookAt);
        lookAtResources();
        found.addUnknown(container.getAdditionalProperties(), at);
    }

    private void lookAt(ContainerPort port) {
        String field = at + "ports[" + port.getContainerPort() + "].";
        found.addIf(
                RESERVED_PORTS.contains(port.getContainerPort()),
                ContainerFeature.RESERVED_PORT,
                field + "containerPort");
        found.addIf(port.getHostPort() != null, ContainerFeature.HOST_PORT, field + "hostPort");
        found.addIf("SCTP".equals(port.getProtocol()), ContainerFeature.SCTP_PORT, field + "protocol");
    }

    private void lookAt(EnvVar variable) {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            return;
        }
        String field = at + "env[" + variable.getName() + "].valueFrom.";
        found.addIf(from.getFileKeyRef() != null, EnvironmentFeature.FILE_KEY_REF, field + "fileKeyRef");
        found.addIf(
                from.getFieldRef() != null
                        && !FieldPaths.known(from.getFieldRef().getFieldPath()),
                EnvironmentFeature.UNKNOWN_FIELD_REF,
                field + "fieldRef");
        found.addIf(
                from.getResourceFieldRef() != null
                        && !ResourceFields.known(from.getResourceFieldRef().getResource()),
                EnvironmentFeature.UNKNOWN_RESOURCE_FIELD_REF,
                field + "resourceFieldRef");
    }

    private void lookAt(VolumeMount mount) {
        String field = at + "volumeMounts[" + mount.getMountPath() + "].";
        found.addIf(
                "Enabled".equals(mount.getRecursiveReadOnly()),
                VolumeFeature.RECURSIVE_READ_ONLY,
                field + "recursiveReadOnly");
        found.addIf(
                mount.getBindMountOptions() != null
                        && !mount.getBindMountOptions().isEmpty(),
                VolumeFeature.BIND_MOUNT_OPTIONS,
                field + "bindMountOptions");
        String expression = mount.getSubPathExpr();
        Set<String> addresses = AddressTexts.namesOfAddresses(container);
        found.addIf(
                expression != null
                        && VariableExpansion.namesIn(expression).stream().anyMatch(addresses::contains),
                VolumeFeature.ADDRESS_IN_PATH,
                field + "subPathExpr");
    }

    private void lookAtResources() {
        ResourceRequirements resources = container.getResources();
        if (resources == null) {
            return;
        }
        found.addIf(!resources.getClaims().isEmpty(), ContainerFeature.RESOURCE_CLAIM, at + "resources.claims");
        Stream.of(resources.getLimits(), resources.getRequests())
                .filter(Objects::nonNull)
                .map(Map<String, Quantity>::keySet)
                .flatMap(Set::stream)
                .filter(resource -> !ContainerSize.known(resource))
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .forEach(resource ->
                        found.addIf(true, ContainerFeature.OTHER_RESOURCE, at + "resources[" + resource + "]"));
    }
}
