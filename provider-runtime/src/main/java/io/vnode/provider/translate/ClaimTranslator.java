package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.FlexPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.Volume;
import org.jspecify.annotations.Nullable;

/** Volumes that a pod claims, once they are bound. */
final class ClaimTranslator {

    private static final String DISK_DRIVER = "diskplugin.csi.alibabacloud.com";
    private static final String NAS_DRIVER = "nasplugin.csi.alibabacloud.com";

    private final Pod pod;
    private final PodInputs inputs;
    private final Notes notes;

    ClaimTranslator(Pod pod, PodInputs inputs, Notes notes) {
        this.pod = pod;
        this.inputs = inputs;
        this.notes = notes;
    }

    Volume translate(io.fabric8.kubernetes.api.model.Volume volume, String claimName) {
        PersistentVolume bound = bound(volume, claimName);
        PersistentVolumeSpec spec = bound.getSpec();
        String at = "PersistentVolume " + bound.getMetadata().getName();
        if ("Block".equals(spec.getVolumeMode())) {
            throw new UnsupportedInputException(VolumeFeature.BLOCK_VOLUME, at + " spec.volumeMode");
        }
        NFSVolumeSource nfs = spec.getNfs();
        if (nfs != null) {
            if (!spec.getMountOptions().isEmpty()) {
                notes.add(new Unsupported(at + " spec.mountOptions", VolumeFeature.MOUNT_OPTIONS));
            }
            return new Volume.Nfs(
                    volume.getName(), nfs.getServer(), nfs.getPath(), Boolean.TRUE.equals(nfs.getReadOnly()));
        }
        FlexPersistentVolumeSource flex = spec.getFlexVolume();
        if (flex != null && FlexVolumes.known(flex.getDriver())) {
            if (flex.getSecretRef() != null) {
                throw new UnsupportedInputException(VolumeFeature.VOLUME_SECRET, at + " spec.flexVolume.secretRef");
            }
            return FlexVolumes.of(volume.getName(), flex.getDriver(), flex.getFsType(), flex.getOptions());
        }
        CSIPersistentVolumeSource csi = spec.getCsi();
        return switch (csi == null ? "" : csi.getDriver()) {
            case DISK_DRIVER -> FlexVolumes.disk(volume.getName(), csi);
            case NAS_DRIVER -> FlexVolumes.nas(volume.getName(), csi, spec.getMountOptions());
            default ->
                throw new UnsupportedInputException(
                        VolumeFeature.VOLUME_DRIVER, csi == null ? at : at + " with driver " + csi.getDriver());
        };
    }

    /** Whether the bound volume may only be read, whatever its mounts say. */
    boolean readOnly(io.fabric8.kubernetes.api.model.Volume volume, String claimName) {
        PersistentVolumeSpec spec = bound(volume, claimName).getSpec();
        return (volume.getPersistentVolumeClaim() != null
                        && Boolean.TRUE.equals(volume.getPersistentVolumeClaim().getReadOnly()))
                || (spec.getCsi() != null && Boolean.TRUE.equals(spec.getCsi().getReadOnly()))
                || (spec.getFlexVolume() != null
                        && Boolean.TRUE.equals(spec.getFlexVolume().getReadOnly()));
    }

    private PersistentVolume bound(io.fabric8.kubernetes.api.model.Volume volume, String claimName) {
        PersistentVolumeClaim claim = inputs.claims().get(claimName);
        if (claim == null) {
            throw new MissingInputException("PersistentVolumeClaim %s does not exist".formatted(claimName));
        }
        if (volume.getEphemeral() != null && !madeForThePod(claim)) {
            throw new IllegalArgumentException(
                    "PersistentVolumeClaim %s was not made for this pod".formatted(claimName));
        }
        String name = claim.getSpec().getVolumeName();
        if (name == null || name.isEmpty() || !phaseIsBound(claim)) {
            throw new MissingInputException("PersistentVolumeClaim %s is not bound yet".formatted(claimName));
        }
        PersistentVolume bound = inputs.volumes().get(name);
        if (bound == null) {
            throw new MissingInputException(
                    "PersistentVolume %s of PersistentVolumeClaim %s does not exist".formatted(name, claimName));
        }
        return bound;
    }

    private static boolean phaseIsBound(PersistentVolumeClaim claim) {
        @Nullable
        String phase = claim.getStatus() == null ? null : claim.getStatus().getPhase();
        return "Bound".equals(phase);
    }

    private boolean madeForThePod(PersistentVolumeClaim claim) {
        return claim.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(pod.getMetadata().getUid()));
    }
}
