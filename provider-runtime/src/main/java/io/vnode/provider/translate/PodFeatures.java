package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.util.List;

/**
 * Finds what a pod asks for and does not get as it is written. Nothing that changes how a pod behaves is dropped in silence.
 * What is known of each such field is in {@link PodFeature}. Sees the pod alone; what only shows in the objects that it
 * refers to is found while they are translated.
 */
public final class PodFeatures {

    private final Findings found = new Findings();

    private PodFeatures() {}

    /** The fields of the pod that are not honoured as written, in the order of the pod. */
    public static List<Unsupported> unsupportedIn(Pod pod) {
        PodFeatures features = new PodFeatures();
        features.lookAt(pod);
        return features.found.all();
    }

    private void lookAt(Pod pod) {
        PodSpec spec = pod.getSpec();
        lookAtTheWhole(spec);
        SecurityFeatures security = new SecurityFeatures(found, spec);
        security.lookAtPod();
        spec.getInitContainers().forEach(container -> {
            String at = at("spec.initContainers", container);
            new ContainerFeatures(found, container, at).lookAtInitContainer();
            security.lookAtInitContainer(container, at);
        });
        spec.getContainers().forEach(container -> {
            String at = at("spec.containers", container);
            new ContainerFeatures(found, container, at).lookAtContainer();
            security.lookAtContainer(container, at);
        });
        VolumeFeatures volumes = new VolumeFeatures(found, pod);
        spec.getVolumes().forEach(volumes::lookAt);
    }

    private static String at(String list, Container container) {
        return list + "[" + container.getName() + "].";
    }

    private void lookAtTheWhole(PodSpec spec) {
        int most = CreateContainerGroupRequest.MAX_CONTAINERS;
        found.addIf(spec.getContainers().size() > most, WholePodFeature.TOO_MANY_CONTAINERS, "spec.containers");
        found.addIf(
                spec.getInitContainers().size() > most,
                WholePodFeature.TOO_MANY_INIT_CONTAINERS,
                "spec.initContainers");
        found.addIf(
                spec.getVolumes().size() > CreateContainerGroupRequest.MAX_VOLUMES,
                WholePodFeature.TOO_MANY_VOLUMES,
                "spec.volumes");
        found.addIf(Boolean.TRUE.equals(spec.getHostNetwork()), WholePodFeature.HOST_NETWORK, "spec.hostNetwork");
        found.addIf(Boolean.TRUE.equals(spec.getHostPID()), WholePodFeature.HOST_PID, "spec.hostPID");
        found.addIf(Boolean.TRUE.equals(spec.getHostIPC()), WholePodFeature.HOST_IPC, "spec.hostIPC");
        found.addIf(Boolean.FALSE.equals(spec.getHostUsers()), WholePodFeature.HOST_USERS, "spec.hostUsers");
        found.addIf(spec.getRuntimeClassName() != null, WholePodFeature.RUNTIME_CLASS, "spec.runtimeClassName");
        found.addIf(!spec.getResourceClaims().isEmpty(), WholePodFeature.RESOURCE_CLAIMS, "spec.resourceClaims");
        found.addIf(
                spec.getOs() != null && !"linux".equals(spec.getOs().getName()),
                WholePodFeature.OPERATING_SYSTEM,
                "spec.os");
        found.addIf(
                !spec.getEphemeralContainers().isEmpty(),
                WholePodFeature.EPHEMERAL_CONTAINERS,
                "spec.ephemeralContainers");
        found.addUnknown(spec.getAdditionalProperties(), "spec.");
    }
}
