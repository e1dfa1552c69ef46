package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.vnode.provider.translate.Unsupported.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a pod asks for and does not get. Nothing that changes how a pod behaves is dropped in silence. */
public final class PodFeatures {

    private final List<Unsupported> found = new ArrayList<>();

    private PodFeatures() {}

    /** The fields of the pod that are not honoured, in the order of the pod. */
    public static List<Unsupported> unsupportedIn(Pod pod) {
        PodFeatures features = new PodFeatures();
        features.lookAt(pod.getSpec());
        return List.copyOf(features.found);
    }

    private void lookAt(PodSpec spec) {
        refuseIf(Boolean.TRUE.equals(spec.getHostNetwork()), "spec.hostNetwork");
        refuseIf(Boolean.TRUE.equals(spec.getHostPID()), "spec.hostPID");
        refuseIf(Boolean.TRUE.equals(spec.getHostIPC()), "spec.hostIPC");
        refuseIf(Boolean.TRUE.equals(spec.getShareProcessNamespace()), "spec.shareProcessNamespace");
        refuseIf(spec.getActiveDeadlineSeconds() != null, "spec.activeDeadlineSeconds");
        refuseIf(spec.getRuntimeClassName() != null, "spec.runtimeClassName");
        refuseIf("None".equals(spec.getDnsPolicy()) || spec.getDnsConfig() != null, "spec.dnsConfig");
        refuseIf(!spec.getHostAliases().isEmpty(), "spec.hostAliases");
        refuseIf(!spec.getResourceClaims().isEmpty(), "spec.resourceClaims");
        refuseIf(spec.getOs() != null && !"linux".equals(spec.getOs().getName()), "spec.os");
        ignoreIf(spec.getHostname() != null, "spec.hostname");
        lookAt(spec.getSecurityContext());
        spec.getInitContainers().forEach(container -> lookAt(container, "spec.initContainers[%s]", true));
        spec.getContainers().forEach(container -> lookAt(container, "spec.containers[%s]", false));
        spec.getVolumes().forEach(this::lookAt);
    }

    private void lookAt(@Nullable PodSecurityContext context) {
        if (context == null) {
            return;
        }
        String at = "spec.securityContext.";
        refuseIf(context.getRunAsUser() != null, at + "runAsUser");
        refuseIf(context.getRunAsGroup() != null, at + "runAsGroup");
        refuseIf(Boolean.TRUE.equals(context.getRunAsNonRoot()), at + "runAsNonRoot");
        refuseIf(context.getFsGroup() != null, at + "fsGroup");
        refuseIf(!context.getSupplementalGroups().isEmpty(), at + "supplementalGroups");
        refuseIf(!context.getSysctls().isEmpty(), at + "sysctls");
        ignoreIf(context.getSeccompProfile() != null, at + "seccompProfile");
        ignoreIf(context.getAppArmorProfile() != null, at + "appArmorProfile");
        ignoreIf(context.getSeLinuxOptions() != null, at + "seLinuxOptions");
    }

    private void lookAt(Container container, String pathForm, boolean init) {
        String at = pathForm.formatted(container.getName()) + ".";
        refuseIf(container.getLivenessProbe() != null, at + "livenessProbe");
        refuseIf(container.getReadinessProbe() != null, at + "readinessProbe");
        refuseIf(container.getStartupProbe() != null, at + "startupProbe");
        refuseIf(container.getLifecycle() != null, at + "lifecycle");
        // An init container that is to keep running (a sidecar) would hold up the others for ever.
        refuseIf(init && container.getRestartPolicy() != null, at + "restartPolicy");
        refuseIf(!container.getVolumeDevices().isEmpty(), at + "volumeDevices");
        ignoreIf(Boolean.TRUE.equals(container.getStdin()), at + "stdin");
        ignoreIf(Boolean.TRUE.equals(container.getTty()), at + "tty");
        container.getEnv().forEach(variable -> lookAt(variable, at));
        container.getEnvFrom().forEach(source -> lookAt(source, at));
        container.getVolumeMounts().forEach(mount -> lookAt(mount, at));
        Stream.of(container.getResources())
                .filter(Objects::nonNull)
                .flatMap(resources -> Stream.of(resources.getLimits(), resources.getRequests()))
                .filter(Objects::nonNull)
                .flatMap(amounts -> amounts.keySet().stream())
                .distinct()
                .filter(resource -> !Set.of("cpu", "memory").contains(resource))
                .forEach(resource -> refuseIf(true, at + "resources[" + resource + "]"));
        lookAt(container.getSecurityContext(), at + "securityContext.");
    }

    private void lookAt(EnvVar variable, String container) {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            return;
        }
        String at = container + "env[" + variable.getName() + "].valueFrom.";
        refuseIf(from.getResourceFieldRef() != null, at + "resourceFieldRef");
        refuseIf(from.getFileKeyRef() != null, at + "fileKeyRef");
        refuseIf(
                from.getFieldRef() != null
                        && !FieldPaths.known(from.getFieldRef().getFieldPath()),
                at + "fieldRef");
    }

    private void lookAt(EnvFromSource source, String container) {
        boolean known = source.getConfigMapRef() != null || source.getSecretRef() != null;
        refuseIf(!known, container + "envFrom");
    }

    private void lookAt(VolumeMount mount, String container) {
        String at = container + "volumeMounts[" + mount.getMountPath() + "].";
        refuseIf(mount.getSubPathExpr() != null, at + "subPathExpr");
        String propagation = mount.getMountPropagation();
        refuseIf(propagation != null && !propagation.equals("None"), at + "mountPropagation");
    }

    private void lookAt(@Nullable SecurityContext context, String at) {
        if (context == null) {
            return;
        }
        refuseIf(Boolean.TRUE.equals(context.getPrivileged()), at + "privileged");
        refuseIf(context.getRunAsUser() != null, at + "runAsUser");
        refuseIf(context.getRunAsGroup() != null, at + "runAsGroup");
        refuseIf(Boolean.TRUE.equals(context.getRunAsNonRoot()), at + "runAsNonRoot");
        refuseIf(Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), at + "readOnlyRootFilesystem");
        Capabilities capabilities = context.getCapabilities();
        refuseIf(capabilities != null && !capabilities.getAdd().isEmpty(), at + "capabilities.add");
        ignoreIf(capabilities != null && !capabilities.getDrop().isEmpty(), at + "capabilities.drop");
        ignoreIf(context.getAllowPrivilegeEscalation() != null, at + "allowPrivilegeEscalation");
        ignoreIf(context.getSeccompProfile() != null, at + "seccompProfile");
        ignoreIf(context.getAppArmorProfile() != null, at + "appArmorProfile");
        ignoreIf(context.getSeLinuxOptions() != null, at + "seLinuxOptions");
    }

    private void lookAt(Volume volume) {
        String at = "spec.volumes[" + volume.getName() + "]";
        boolean known = volume.getEmptyDir() != null
                || volume.getConfigMap() != null
                || volume.getSecret() != null
                || volume.getProjected() != null
                || volume.getDownwardAPI() != null
                || volume.getNfs() != null;
        refuseIf(!known, at);
        if (volume.getDownwardAPI() != null) {
            volume.getDownwardAPI()
                    .getItems()
                    .forEach(item -> refuseIf(
                            item.getFieldRef() == null
                                    || !FieldPaths.metadata(item.getFieldRef().getFieldPath()),
                            at + ".downwardAPI[" + item.getPath() + "]"));
        }
        if (volume.getProjected() != null) {
            volume.getProjected().getSources().forEach(source -> lookAt(source, at + ".projected"));
        }
    }

    private void lookAt(VolumeProjection source, String at) {
        boolean known = source.getConfigMap() != null
                || source.getSecret() != null
                || source.getServiceAccountToken() != null
                || source.getDownwardAPI() != null;
        refuseIf(!known, at);
        if (source.getDownwardAPI() != null) {
            source.getDownwardAPI()
                    .getItems()
                    .forEach(item -> refuseIf(
                            item.getFieldRef() == null
                                    || !FieldPaths.metadata(item.getFieldRef().getFieldPath()),
                            at + ".downwardAPI[" + item.getPath() + "]"));
        }
    }

    private void refuseIf(boolean asked, String field) {
        if (asked) {
            found.add(new Unsupported(field, Effect.REFUSED));
        }
    }

    private void ignoreIf(boolean asked, String field) {
        if (asked) {
            found.add(new Unsupported(field, Effect.IGNORED));
        }
    }
}
