package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.InstanceOptions;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.SystemOptions;
import io.vnode.provider.translate.Unsupported.Effect;
import io.vnode.provider.translate.annotation.Candidates;
import io.vnode.provider.translate.annotation.InvalidAnnotationException;
import io.vnode.provider.translate.annotation.PodOptions;
import java.util.List;
import java.util.Objects;
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
        try {
            PodOptions options = PodOptions.of(pod);
            List<Unsupported> unsupported = PodFeatures.unsupportedIn(pod);
            List<Unsupported> refused = unsupported.stream()
                    .filter(one -> one.effect() == Effect.REFUSED)
                    .toList();
            if (!refused.isEmpty()) {
                return refused(refused);
            }
            Notes notes = new Notes(unsupported, options.noted());
            CreationPlan plan = CreationPlan.of(
                    Candidates.of(pod, request(pod, inputs, defaults, options, notes), options), options.failure());
            return new Translation.Ready(plan, notes.all());
        } catch (InvalidAnnotationException e) {
            return new Translation.Refused("InvalidAnnotation", Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (MissingInputException e) {
            return new Translation.Waiting(Objects.requireNonNullElse(e.getMessage(), "an input is missing"));
        } catch (UnsupportedInputException e) {
            return refused(List.of(e.unsupported()));
        } catch (IllegalArgumentException e) {
            return new Translation.Refused("InvalidForECI", Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static Translation.Refused refused(List<Unsupported> refused) {
        return new Translation.Refused(
                "UnsupportedByVirtualNode", "a virtual node cannot honour " + Unsupported.sentence(refused));
    }

    private CreateContainerGroupRequest request(
            Pod pod, PodInputs inputs, PodDefaults defaults, PodOptions options, Notes notes) {
        Placement placement = defaults.placement();
        KubeProxyContainer kubeProxy = KubeProxyContainer.of(pod, nodeName, options.kubeProxy(), defaults.kubeProxy());
        PodSpec spec = pod.getSpec();
        PodKey key = new PodKey(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getMetadata().getUid());
        VolumeTranslator volumes = new VolumeTranslator(pod, inputs, notes);
        ContainerTranslator containers = new ContainerTranslator(pod, inputs, volumes.readOnly(), notes);
        GroupSize size = GroupSize.of(spec);
        return CreateContainerGroupRequest.builder(groupName(key), key.uid())
                .vSwitchIds(placement.vSwitchIds())
                .securityGroupId(placement.securityGroupId())
                .resourceGroupId(placement.resourceGroupId().isEmpty() ? null : placement.resourceGroupId())
                .tags(new ContainerGroupTags(clusterId, nodeName, key).toMap())
                .restartPolicy(restartPolicy(spec.getRestartPolicy()))
                .terminationGracePeriodSeconds(spec.getTerminationGracePeriodSeconds())
                .activeDeadlineSeconds(spec.getActiveDeadlineSeconds())
                .cpu(size.beyondItsContainers() ? size.cpu() : null)
                .memory(size.beyondItsContainers() ? size.memory() : null)
                .initContainers(containers.initContainers())
                .containers(kubeProxy == null ? containers.containers() : kubeProxy.after(containers.containers()))
                .volumes(kubeProxy == null ? volumes.translate() : kubeProxy.afterVolumes(volumes.translate()))
                .registryCredentials(RegistryCredentials.of(pod, inputs))
                .instance(InstanceOptions.builder()
                        .ephemeralStorage(size.paidDisk())
                        .build())
                .networking(NetworkTranslator.of(pod, defaults.dns()))
                .system(system(spec))
                .build();
    }

    private static SystemOptions system(PodSpec spec) {
        SystemOptions.Builder system = SystemOptions.builder()
                .shareProcessNamespace(Boolean.TRUE.equals(spec.getShareProcessNamespace()) ? Boolean.TRUE : null);
        SecurityTranslator.addSysctls(spec, system);
        return system.build();
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
}
