package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.provider.translate.PodInputs;
import io.vnode.provider.translate.PodReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a pod refers to, object by object, and asks for the service-account tokens it wants. Only what a pod names is
 * read, never all Secrets of a cluster.
 *
 * <p>Only an answer that an object does not exist counts as missing. A refused or failed read is thrown, and the pod is
 * tried again. Pods that come at once and refer to the same objects share reads, see {@link SharedReads}.
 */
final class PodInputsReader {

    private static final long PAGE = 100;

    private final KubernetesClient kubernetes;
    private final ServiceAccountTokens tokens;
    private final SharedReads<Key, List<? extends HasMetadata>> reads = new SharedReads<>();

    /** What is read: an object, or all of a kind in a namespace if it has no name. */
    private record Key(Class<? extends HasMetadata> kind, String namespace, String name) {}

    PodInputsReader(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
        this.tokens = new ServiceAccountTokens(kubernetes);
    }

    /** The inputs of a pod. What does not exist is simply not in them. */
    PodInputs read(Pod pod) {
        PodReferences references = PodReferences.of(pod);
        String namespace = pod.getMetadata().getNamespace();
        Map<String, PersistentVolumeClaim> claims = readAll(
                PersistentVolumeClaim.class,
                references.claims(),
                name -> kubernetes
                        .persistentVolumeClaims()
                        .inNamespace(namespace)
                        .withName(name)
                        .get(),
                namespace);
        return new PodInputs(
                readAll(
                        ConfigMap.class,
                        references.configMaps(),
                        name -> kubernetes
                                .configMaps()
                                .inNamespace(namespace)
                                .withName(name)
                                .get(),
                        namespace),
                readAll(
                        Secret.class,
                        references.secrets(),
                        name -> kubernetes
                                .secrets()
                                .inNamespace(namespace)
                                .withName(name)
                                .get(),
                        namespace),
                apiServer(),
                references.neighbours() ? neighbours(namespace) : List.of(),
                claims,
                volumes(claims.values()),
                tokens.of(pod, references.tokens()));
    }

    private List<Service> apiServer() {
        Service service = read(new Key(Service.class, "default", "kubernetes"), Service.class, () -> kubernetes
                .services()
                .inNamespace("default")
                .withName("kubernetes")
                .get());
        return service == null ? List.of() : List.of(service);
    }

    private List<Service> neighbours(String namespace) {
        return reads.read(new Key(Service.class, namespace, ""), () -> readNeighbours(namespace)).stream()
                .map(Service.class::cast)
                .toList();
    }

    /** All of them, page by page, or as many as it takes to know that they are too many for a container. */
    private List<Service> readNeighbours(String namespace) {
        List<Service> services = new ArrayList<>();
        String position = null;
        do {
            ServiceList page = kubernetes
                    .services()
                    .inNamespace(namespace)
                    .list(new ListOptionsBuilder()
                            .withLimit(PAGE)
                            .withContinue(position)
                            .build());
            services.addAll(page.getItems());
            position = page.getMetadata().getContinue();
        } while (position != null && !position.isEmpty() && !PodInputs.moreThanFit(services));
        return services;
    }

    private Map<String, PersistentVolume> volumes(Collection<PersistentVolumeClaim> claims) {
        Map<String, PersistentVolume> volumes = new HashMap<>();
        claims.stream()
                .map(claim -> claim.getSpec().getVolumeName())
                .filter(name -> name != null && !name.isEmpty())
                .forEach(name -> {
                    PersistentVolume volume = read(
                            new Key(PersistentVolume.class, "", name),
                            PersistentVolume.class,
                            () -> kubernetes.persistentVolumes().withName(name).get());
                    if (volume != null) {
                        volumes.put(name, volume);
                    }
                });
        return volumes;
    }

    private <T extends HasMetadata> Map<String, T> readAll(
            Class<T> kind, Set<String> names, Function<String, @Nullable T> reader, String namespace) {
        Map<String, T> found = new HashMap<>();
        for (String name : names) {
            T object = read(new Key(kind, namespace, name), kind, () -> reader.apply(name));
            if (object != null) {
                found.put(name, object);
            }
        }
        return found;
    }

    private <T extends HasMetadata> @Nullable T read(Key key, Class<T> kind, ObjectReader<T> reader) {
        return reads
                .read(key, () -> {
                    T object = reader.read();
                    return object == null ? List.of() : List.of(object);
                })
                .stream()
                .map(kind::cast)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Reads one object; null when the API server says that it does not exist. */
    private interface ObjectReader<T> {
        @Nullable
        T read();
    }
}
