package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.FlexVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.vnode.provider.translate.annotation.InvalidAnnotationException;
import io.vnode.provider.translate.annotation.PodOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds volumes that ECI cannot give to a pod. */
final class VolumeFeatures {

    private final Findings found;
    private final Set<String> disks;

    VolumeFeatures(Findings found, Pod pod) {
        this.found = found;
        this.disks = disksOf(pod);
    }

    /** Volumes that an annotation makes a cloud disk of, whatever they are in the pod. */
    private static Set<String> disksOf(Pod pod) {
        try {
            PodOptions options = PodOptions.of(pod);
            return pod.getSpec().getVolumes().stream()
                    .map(Volume::getName)
                    .filter(options::becomesDisk)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (InvalidAnnotationException _) {
            // The pod is refused for it anyway.
            return Set.of();
        }
    }

    /** Whether a volume of the pod comes with files that belong to somebody. */
    static boolean anyKeepsItsOwners(PodSpec spec) {
        return spec.getVolumes().stream()
                .anyMatch(volume -> volume.getPersistentVolumeClaim() != null
                        || volume.getEphemeral() != null
                        || volume.getFlexVolume() != null);
    }

    void lookAt(Volume volume) {
        String at = "spec.volumes[" + volume.getName() + "]";
        boolean hostPath = volume.getHostPath() != null && !disks.contains(volume.getName());
        found.addIf(hostPath, VolumeFeature.HOST_PATH, at + ".hostPath");
        found.addIf(volume.getCsi() != null, VolumeFeature.INLINE_CSI, at + ".csi");
        found.addIf(volume.getImage() != null, VolumeFeature.IMAGE_VOLUME, at + ".image");
        found.addIf(!known(volume), VolumeFeature.OTHER_VOLUME, at);
        EmptyDirVolumeSource folder = volume.getEmptyDir();
        found.addIf(
                folder != null
                        && folder.getMedium() != null
                        && folder.getMedium().startsWith("HugePages"),
                VolumeFeature.HUGE_PAGES,
                at + ".emptyDir.medium");
        FlexVolumeSource flex = volume.getFlexVolume();
        found.addIf(
                flex != null && !FlexVolumes.known(flex.getDriver()),
                VolumeFeature.FLEX_DRIVER,
                at + ".flexVolume.driver");
        if (volume.getDownwardAPI() != null) {
            lookAt(volume.getDownwardAPI().getItems(), at + ".downwardAPI");
        }
        if (volume.getProjected() != null) {
            volume.getProjected().getSources().forEach(source -> lookAt(source, at + ".projected"));
        }
        found.addUnknown(volume.getAdditionalProperties(), at + ".");
    }

    private static boolean known(Volume volume) {
        return Stream.of(
                        volume.getEmptyDir(),
                        volume.getConfigMap(),
                        volume.getSecret(),
                        volume.getProjected(),
                        volume.getDownwardAPI(),
                        volume.getNfs(),
                        volume.getFlexVolume(),
                        volume.getPersistentVolumeClaim(),
                        volume.getEphemeral(),
                        volume.getHostPath(),
                        volume.getCsi(),
                        volume.getImage())
                .anyMatch(Objects::nonNull);
    }

    private void lookAt(VolumeProjection source, String at) {
        found.addIf(
                source.getClusterTrustBundle() != null, VolumeFeature.CLUSTER_TRUST_BUNDLE, at + ".clusterTrustBundle");
        found.addIf(source.getPodCertificate() != null, VolumeFeature.POD_CERTIFICATE, at + ".podCertificate");
        found.addUnknown(source.getAdditionalProperties(), at + ".");
        if (source.getDownwardAPI() != null) {
            lookAt(source.getDownwardAPI().getItems(), at + ".downwardAPI");
        }
    }

    private void lookAt(List<DownwardAPIVolumeFile> items, String at) {
        for (DownwardAPIVolumeFile item : items) {
            String field = at + "[" + item.getPath() + "]";
            found.addIf(
                    item.getFieldRef() != null
                            && !FieldPaths.metadata(item.getFieldRef().getFieldPath()),
                    EnvironmentFeature.UNKNOWN_FIELD_REF,
                    field + ".fieldRef");
            found.addIf(
                    item.getResourceFieldRef() != null
                            && !ResourceFields.known(item.getResourceFieldRef().getResource()),
                    EnvironmentFeature.UNKNOWN_RESOURCE_FIELD_REF,
                    field + ".resourceFieldRef");
        }
    }
}
