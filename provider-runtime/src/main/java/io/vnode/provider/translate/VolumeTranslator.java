package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.vnode.eci.model.Volume;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The volumes of a pod. ConfigMaps, Secrets and everything projected become files that ECI writes. */
final class VolumeTranslator {

    private static final int MAX_FILES = 90;
    private static final int USUAL_MODE = 0644;
    private static final int READABLE_FOR_ALL = 0444;

    private final Pod pod;
    private final PodInputs inputs;
    private final FileSources sources;
    private final ClaimTranslator claims;

    VolumeTranslator(Pod pod, PodInputs inputs, Notes notes) {
        this.pod = pod;
        this.inputs = inputs;
        this.sources = new FileSources(pod, inputs);
        this.claims = new ClaimTranslator(pod, inputs, notes);
    }

    /**
     * The volumes in the words of ECI.
     *
     * @throws MissingInputException when one is to show something that is missing and not optional
     */
    List<Volume> translate() {
        return pod.getSpec().getVolumes().stream().map(this::translate).toList();
    }

    /** The volumes that containers may only read, even if their mounts do not say so. */
    Set<String> readOnly() {
        return pod.getSpec().getVolumes().stream()
                .filter(this::readOnly)
                .map(io.fabric8.kubernetes.api.model.Volume::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean readOnly(io.fabric8.kubernetes.api.model.Volume volume) {
        if (volume.getFlexVolume() != null) {
            return Boolean.TRUE.equals(volume.getFlexVolume().getReadOnly());
        }
        String claim = PodReferences.claimOf(pod, volume);
        return claim != null && claims.readOnly(volume, claim);
    }

    private Volume translate(io.fabric8.kubernetes.api.model.Volume volume) {
        String name = volume.getName();
        if (volume.getEmptyDir() != null) {
            return emptyDir(name, volume.getEmptyDir());
        }
        if (volume.getNfs() != null) {
            NFSVolumeSource nfs = volume.getNfs();
            return new Volume.Nfs(name, nfs.getServer(), nfs.getPath(), Boolean.TRUE.equals(nfs.getReadOnly()));
        }
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            return files(
                    name,
                    sources.ofConfigMap(source.getName(), source.getItems(), source.getOptional()),
                    source.getDefaultMode());
        }
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            return files(
                    name,
                    sources.ofSecret(source.getSecretName(), source.getItems(), source.getOptional()),
                    source.getDefaultMode());
        }
        if (volume.getDownwardAPI() != null) {
            var source = volume.getDownwardAPI();
            return files(name, sources.ofFields(source.getItems()), source.getDefaultMode());
        }
        if (volume.getProjected() != null) {
            return projected(name, volume.getProjected());
        }
        if (volume.getFlexVolume() != null) {
            return FlexVolumes.of(name, volume.getFlexVolume(), inputs);
        }
        String claim = PodReferences.claimOf(pod, volume);
        if (claim != null) {
            return claims.translate(volume, claim);
        }
        if (volume.getHostPath() != null) {
            // Not refused, so an annotation makes a disk of it.
            return new Volume.EmptyDir(name, null, null);
        }
        throw new IllegalArgumentException("volume " + name + " was to be refused");
    }

    private static Volume emptyDir(String name, EmptyDirVolumeSource source) {
        Quantity limit = source.getSizeLimit();
        boolean limited = limit != null && limit.getNumericalAmount().signum() > 0;
        String medium = source.getMedium() == null || source.getMedium().isEmpty() ? null : source.getMedium();
        return new Volume.EmptyDir(name, medium, limited ? limit.toString() : null);
    }

    private Volume projected(String name, ProjectedVolumeSource source) {
        return files(
                name,
                source.getSources().stream()
                        .flatMap(part -> sources.ofProjection(part).stream())
                        .toList(),
                source.getDefaultMode());
    }

    /** A later file of the same path counts. A volume of no files is an empty folder, of which ECI has a better kind. */
    private Volume files(String name, List<Volume.File> files, @Nullable Integer defaultMode) {
        SequencedMap<String, Volume.File> byPath = new LinkedHashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        if (byPath.isEmpty()) {
            return new Volume.EmptyDir(name, null, null);
        }
        if (byPath.size() > MAX_FILES) {
            throw new UnsupportedInputException(
                    VolumeFeature.TOO_MANY_FILES, "spec.volumes[%s], %d files".formatted(name, byPath.size()));
        }
        if (!grouped()) {
            return new Volume.ConfigFile(name, List.copyOf(byPath.sequencedValues()), defaultMode);
        }
        return new Volume.ConfigFile(
                name,
                byPath.sequencedValues().stream()
                        .map(VolumeTranslator::readable)
                        .toList(),
                Objects.requireNonNullElse(defaultMode, USUAL_MODE) | READABLE_FOR_ALL);
    }

    /**
     * With {@code fsGroup} every process of the pod is in the group that may read the files. ECI has no such group; that
     * everybody in the pod may read them comes to the same.
     */
    private boolean grouped() {
        return pod.getSpec().getSecurityContext() != null
                && pod.getSpec().getSecurityContext().getFsGroup() != null;
    }

    private static Volume.File readable(Volume.File file) {
        Integer mode = file.mode();
        return mode == null ? file : new Volume.File(file.path(), file.base64(), mode | READABLE_FOR_ALL);
    }
}
