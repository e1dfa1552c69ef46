package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.addon.settings.ClusterDns;
import io.vnode.addon.settings.DaemonSetPods;
import io.vnode.addon.settings.KubeProxy;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pod, the objects it refers to, and what becomes of it: a folder below {@code cases/pod-to-container-group}.
 *
 * @param folder where it is
 * @param pod the pod
 * @param inputs what it refers to
 */
record PodCase(Path folder, Pod pod, PodInputs inputs) {

    private static final Path CASES = Path.of("src/test/resources/cases/pod-to-container-group");
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final PodDefaults DEFAULTS = new PodDefaults(
            new Placement("cn-hangzhou", List.of("vsw-a", "vsw-b"), "sg-a", ""),
            new KubeProxy(
                    false,
                    new KubeProxy.Access.Ready(
                            "registry.k8s.io/kube-proxy",
                            "v1.33.4",
                            "https://10.0.0.1:6443",
                            "CA",
                            "kube-proxy-token")),
            ClusterDns.NONE,
            DaemonSetPods.DECLINE);

    static Stream<PodCase> all() throws IOException {
        List<PodCase> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                cases.add(read(folder));
            }
        }
        return cases.stream();
    }

    static PodCase named(String name) throws IOException {
        return read(CASES.resolve(name));
    }

    private static PodCase read(Path folder) throws IOException {
        Pod pod = KUBERNETES.unmarshal(Files.readString(folder.resolve("in-pod.yaml")), Pod.class);
        return new PodCase(folder, pod, inputs(folder, pod));
    }

    Translation translated() {
        return new PodTranslator("c1", "virtual-node-eci-0").translate(pod, inputs, DEFAULTS);
    }

    /** Where the outcome is written down. */
    Path golden() {
        return folder.resolve("out-create-container-group.json");
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }

    private static PodInputs inputs(Path folder, Pod pod) throws IOException {
        Path objects = folder.resolve("in-objects.yaml");
        Collection<HasMetadata> all = Files.exists(objects)
                ? Stream.of(Files.readString(objects).split("(?m)^---$", -1))
                        .map(text -> KUBERNETES.<HasMetadata>unmarshal(text))
                        .toList()
                : List.of();
        Map<String, Service> neighbours = new TreeMap<>(byName(all, Service.class));
        Service kubernetes = neighbours.remove("kubernetes");
        return new PodInputs(
                byName(all, ConfigMap.class),
                byName(all, Secret.class),
                kubernetes == null ? List.of() : List.of(kubernetes),
                PodReferences.of(pod).neighbours() ? List.copyOf(neighbours.values()) : List.of(),
                byName(all, PersistentVolumeClaim.class),
                byName(all, PersistentVolume.class),
                tokens(pod));
    }

    private static <T extends HasMetadata> Map<String, T> byName(Collection<HasMetadata> all, Class<T> kind) {
        return all.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(object -> object.getMetadata().getName(), object -> object));
    }

    private static Map<PodReferences.Token, String> tokens(Pod pod) {
        return PodReferences.of(pod).tokens().stream()
                .collect(Collectors.toMap(token -> token, token -> "token for " + token.audience()));
    }
}
