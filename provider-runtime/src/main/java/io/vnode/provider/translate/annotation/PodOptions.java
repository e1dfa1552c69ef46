package io.vnode.provider.translate.annotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.DataCache;
import io.vnode.eci.model.ImageOptions;
import io.vnode.eci.model.Networking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a pod's annotations say about its container group, checked.
 *
 * @param size what to run on
 * @param placement where, and as whose
 * @param spot whether as a spot group
 * @param failure what to do when there is no room
 * @param images how images come to it
 * @param dataCache its data cache; null for none
 * @param network how it meets its network
 * @param system storage, identity and the system below the containers
 * @param kubeProxy whether it reaches services by their cluster IP; null when the pod does not say
 * @param noted annotations that are left out, each as "annotation KEY"
 */
public record PodOptions(
        SizeOptions size,
        PlacementOptions placement,
        SpotWish spot,
        FailureOptions failure,
        ImageOptions images,
        @Nullable DataCache dataCache,
        Networking network,
        SystemWish system,
        @Nullable Boolean kubeProxy,
        List<String> noted) {

    public PodOptions {
        noted = List.copyOf(noted);
    }

    /**
     * Reads the annotations of a pod.
     *
     * @throws InvalidAnnotationException naming every one that cannot be honoured or breaks its rule
     */
    public static PodOptions of(Pod pod) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        AnnotationReader reader = new AnnotationReader(annotations);
        PodOptions options = new PodOptions(
                SizeOptions.read(reader),
                PlacementOptions.read(reader),
                SpotWish.read(reader),
                FailureOptions.read(reader),
                ImageAnnotations.read(reader),
                ImageAnnotations.dataCache(reader),
                NetworkAnnotations.read(reader),
                SystemWish.read(reader, replaceableVolumes(pod)),
                reader.bool(PodAnnotation.KUBE_PROXY_ENABLED),
                List.of());
        reader.complain();
        annotations.keySet().stream()
                .filter(key -> key.startsWith(PodAnnotation.PREFIX + "eci-") && PodAnnotation.of(key) == null)
                .filter(key -> !WrittenBack.contains(key))
                .sorted()
                .forEach(key -> reader.note("annotation " + key));
        return options.noting(reader.noted());
    }

    private PodOptions noting(List<String> all) {
        return new PodOptions(size, placement, spot, failure, images, dataCache, network, system, kubeProxy, all);
    }

    private static Set<String> replaceableVolumes(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getEmptyDir() != null || volume.getHostPath() != null)
                .map(Volume::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a volume of the pod becomes a cloud disk. */
    public boolean becomesDisk(String volume) {
        return system.disks().stream().anyMatch(disk -> disk.volume().equals(volume));
    }
}
