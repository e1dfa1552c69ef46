package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.VolumeMount;
import io.vnode.provider.translate.Unsupported.Effect;
import io.vnode.provider.translate.annotation.Candidates;
import io.vnode.provider.translate.annotation.InvalidAnnotationException;
import io.vnode.provider.translate.annotation.PodOptions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a pod in the words of ECI. */
public final class PodTranslator {

    private static final int MAX_NAME_LENGTH = 128;

    private final String clusterId;
    private final String nodeName;

    /**
     * @param clusterId the cluster, for the tags
     * @param nodeName the node, for the tags
     */
    public PodTranslator(String clusterId, String nodeName) {
        this.clusterId = clusterId;
        this.nodeName = nodeName;
    }

    /**
     * What to ask ECI for. The pod's UID is the client token and a tag.
     *
     * @param pod the pod
     * @param inputs what it refers to
     * @param defaults what it gets where it does not say so itself
     */
    public Translation translate(Pod pod, PodInputs inputs, PodDefaults defaults) {
        List<Unsupported> unsupported = PodFeatures.unsupportedIn(pod);
        List<String> refused = fields(unsupported, Effect.REFUSED);
        if (!refused.isEmpty()) {
            return new Translation.Refused(
                    "UnsupportedByVirtualNode", "a virtual node cannot honour " + String.join(", ", refused));
        }
        try {
            PodOptions options = PodOptions.of(pod);
            CreationPlan plan = CreationPlan.of(
                    Candidates.of(request(pod, inputs, defaults.placement()), options), options.failure());
            List<String> ignored = Stream.concat(fields(unsupported, Effect.IGNORED).stream(), options.noted().stream())
                    .toList();
            return new Translation.Ready(plan, ignored);
        } catch (InvalidAnnotationException e) {
            return new Translation.Refused("InvalidAnnotation", Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (MissingInputException e) {
            return new Translation.Waiting(Objects.requireNonNullElse(e.getMessage(), "an input is missing"));
        } catch (IllegalArgumentException e) {
            return new Translation.Refused("InvalidForECI", Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static List<String> fields(List<Unsupported> unsupported, Effect effect) {
        return unsupported.stream()
                .filter(one -> one.effect() == effect)
                .map(Unsupported::field)
                .toList();
    }

    private CreateContainerGroupRequest request(Pod pod, PodInputs inputs, Placement placement) {
        PodSpec spec = pod.getSpec();
        PodKey key = new PodKey(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid());
        VolumeTranslator volumes = new VolumeTranslator(pod, inputs);
        return CreateContainerGroupRequest.builder(groupName(key), key.uid())
                .vSwitchIds(placement.vSwitchIds())
                .securityGroupId(placement.securityGroupId())
                .resourceGroupId(placement.resourceGroupId().isEmpty() ? null : placement.resourceGroupId())
                .tags(new ContainerGroupTags(clusterId, nodeName, key).toMap())
                .restartPolicy(restartPolicy(spec.getRestartPolicy()))
                .terminationGracePeriodSeconds(spec.getTerminationGracePeriodSeconds())
                .initContainers(spec.getInitContainers().stream()
                        .map(container -> container(pod, container, inputs))
                        .toList())
                .containers(spec.getContainers().stream()
                        .map(container -> container(pod, container, inputs))
                        .toList())
                .volumes(spec.getVolumes().stream().map(volumes::translate).toList())
                .registryCredentials(RegistryCredentials.of(pod, inputs))
                .build();
    }

    /** ECI takes lower-case letters, digits and hyphens. The name is for people; the tags say whose group it is. */
    private static String groupName(PodKey key) {
        String name = (key.namespace() + "-" + key.name()).replace('.', '-');
        String cut = name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH));
        return cut.replaceFirst("-+$", "");
    }

    private static RestartPolicy restartPolicy(@Nullable String word) {
        return Objects.requireNonNullElse(RestartPolicy.of(word), RestartPolicy.ALWAYS);
    }

    private static ContainerSpec container(Pod pod, Container container, PodInputs inputs) {
        EnvironmentTranslator environment = EnvironmentTranslator.of(pod, container, inputs);
        ContainerSize size = ContainerSize.of(container);
        return ContainerSpec.builder(container.getName(), container.getImage())
                .command(
                        container.getCommand().stream().map(environment::expand).toList())
                .args(container.getArgs().stream().map(environment::expand).toList())
                .workingDir(container.getWorkingDir())
                .environment(environment.variables())
                .ports(ports(container))
                .volumeMounts(container.getVolumeMounts().stream()
                        .map(mount -> new VolumeMount(
                                mount.getName(),
                                mount.getMountPath(),
                                mount.getSubPath(),
                                Boolean.TRUE.equals(mount.getReadOnly())))
                        .toList())
                .cpu(size.cpu())
                .memory(size.memory())
                .imagePullPolicy(container.getImagePullPolicy())
                .build();
    }

    private static List<ContainerPort> ports(Container container) {
        return container.getPorts().stream()
                .map(port -> new ContainerPort(
                        port.getContainerPort(), Objects.requireNonNullElse(port.getProtocol(), "TCP")))
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }
}
