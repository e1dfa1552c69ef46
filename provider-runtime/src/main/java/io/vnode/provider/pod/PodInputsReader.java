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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a pod refers to, object by object, and asks for the service-account tokens it wants. Only what a pod names is
 * read, never all Secrets of a cluster.
 *
 * <p>Only an answer that an object does not exist counts as missing. A refused or failed read is thrown, and the pod is
 * tried again. Pods that come at once and refer to the same objects share the reads that began after they came, see
 * {@link SharedReads}.
 */
final class PodInputsReader {

    private static final long PAGE = 100;

    private final KubernetesClient kubernetes;
    private final Arrivals arrivals;
    private final ServiceAccountTokens tokens;
    private final SharedReads<Key, List<? extends HasMetadata>> reads = new SharedReads<>(System::nanoTime);

    /** What is read: an object, or all of a kind in a namespace if it has no name. */
    private record Key(Class<? extends HasMetadata> kind, String namespace, String name) {}

    /** Reads one object; null when the API server says that it does not exist. */
    private interface ObjectReader<T> {
        @Nullable
        T read(String namespace, String name);
    }

    PodInputsReader(KubernetesClient kubernetes, Arrivals arrivals) {
        this.kubernetes = kubernetes;
        this.arrivals = arrivals;
        this.tokens = new ServiceAccountTokens(kubernetes);
    }

    /** The inputs of a pod. What does not exist is simply not in them. */
    PodInputs read(Pod pod) {
        PodReferences references = PodReferences.of(pod);
        OfOnePod inputs = new OfOnePod(pod.getMetadata().getNamespace(), arrivals.take(PodFacts.key(pod)));
        Map<String, PersistentVolumeClaim> claims = inputs.claims(references.claims());
        return new PodInputs(
                inputs.configMaps(references.configMaps()),
                inputs.secrets(references.secrets()),
                inputs.apiServer(),
                references.neighbours() ? inputs.neighbours() : List.of(),
                claims,
                inputs.volumes(claims),
                tokens.of(pod, references.tokens()));
    }

    /** The reads for a pod that came at a moment. */
    private final class OfOnePod {

        private final String namespace;
        private final long since;

        private OfOnePod(String namespace, long since) {
            this.namespace = namespace;
            this.since = since;
        }

        private Map<String, ConfigMap> configMaps(Set<String> names) {
            return all(ConfigMap.class, namespace, names, (in, name) -> kubernetes
                    .configMaps()
                    .inNamespace(in)
                    .withName(name)
                    .get());
        }

        private Map<String, Secret> secrets(Set<String> names) {
            return all(Secret.class, namespace, names, (in, name) -> kubernetes
                    .secrets()
                    .inNamespace(in)
                    .withName(name)
                    .get());
        }

        private Map<String, PersistentVolumeClaim> claims(Set<String> names) {
            return all(PersistentVolumeClaim.class, namespace, names, (in, name) -> kubernetes
                    .persistentVolumeClaims()
                    .inNamespace(in)
                    .withName(name)
                    .get());
        }

        private Map<String, PersistentVolume> volumes(Map<String, PersistentVolumeClaim> claims) {
            Set<String> names = new TreeSet<>();
            claims.values().stream()
                    .map(claim -> claim.getSpec().getVolumeName())
                    .filter(name -> name != null && !name.isEmpty())
                    .forEach(names::add);
            return all(PersistentVolume.class, "", names, (_, name) -> kubernetes
                    .persistentVolumes()
                    .withName(name)
                    .get());
        }

        private List<Service> apiServer() {
            return List.copyOf(all(Service.class, "default", Set.of("kubernetes"), (in, name) -> kubernetes
                            .services()
                            .inNamespace(in)
                            .withName(name)
                            .get())
                    .values());
        }

        private List<Service> neighbours() {
            return reads.read(new Key(Service.class, namespace, ""), since, () -> servicesIn(namespace)).stream()
                    .map(Service.class::cast)
                    .toList();
        }

        private <T extends HasMetadata> Map<String, T> all(
                Class<T> kind, String in, Set<String> names, ObjectReader<T> reader) {
            Map<String, T> found = new HashMap<>();
            for (String name : names) {
                reads.read(new Key(kind, in, name), since, () -> {
                            T object = reader.read(in, name);
                            return object == null ? List.of() : List.of(object);
                        })
                        .forEach(object -> found.put(name, kind.cast(object)));
            }
            return found;
        }
    }

    /** All of them, page by page, or as many as it takes to know that they are too many for a container. */
    private List<Service> servicesIn(String namespace) {
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
}
