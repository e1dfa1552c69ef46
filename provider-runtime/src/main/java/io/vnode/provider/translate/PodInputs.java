package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a pod refers to, read beforehand. Its text form shows names only.
 *
 * @param configMaps the ConfigMaps that exist, by name
 * @param secrets the Secrets that exist, by name
 * @param kubernetes the Service of the API server, if there is one
 * @param neighbours the Services in the pod's namespace, if it wants to know them
 * @param claims the PersistentVolumeClaims that exist, by name
 * @param volumes the PersistentVolumes that the claims are bound to, by name
 * @param tokens the service-account tokens made for the pod
 */
public record PodInputs(
        Map<String, ConfigMap> configMaps,
        Map<String, Secret> secrets,
        List<Service> kubernetes,
        List<Service> neighbours,
        Map<String, PersistentVolumeClaim> claims,
        Map<String, PersistentVolume> volumes,
        Map<PodReferences.Token, String> tokens) {

    /** A pod that refers to nothing. */
    public static final PodInputs NONE =
            new PodInputs(Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of());

    public PodInputs {
        configMaps = Map.copyOf(configMaps);
        secrets = Map.copyOf(secrets);
        kubernetes = List.copyOf(kubernetes);
        neighbours = List.copyOf(neighbours);
        claims = Map.copyOf(claims);
        volumes = Map.copyOf(volumes);
        tokens = Map.copyOf(tokens);
    }

    /** Whether containers could not have the links to all these Services, so that it is not worth while to read more. */
    public static boolean moreThanFit(List<Service> services) {
        return ServiceLinks.of(services).size() > EnvironmentTranslator.MAX_VARIABLES;
    }

    /** All Services that the pod's containers find by variables. */
    List<Service> services() {
        return Stream.concat(kubernetes.stream(), neighbours.stream()).toList();
    }

    @Override
    public String toString() {
        return "PodInputs[configMaps=%s, secrets=%s, claims=%s]"
                .formatted(configMaps.keySet(), secrets.keySet(), claims.keySet());
    }
}
