package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;

/**
 * What a pod refers to, read beforehand. Its text form shows names only.
 *
 * @param configMaps the ConfigMaps that exist, by name
 * @param secrets the Secrets that exist, by name
 * @param tokens the service-account tokens made for the pod
 */
public record PodInputs(
        Map<String, ConfigMap> configMaps, Map<String, Secret> secrets, Map<PodReferences.Token, String> tokens) {

    /** A pod that refers to nothing. */
    public static final PodInputs NONE = new PodInputs(Map.of(), Map.of(), Map.of());

    public PodInputs {
        configMaps = Map.copyOf(configMaps);
        secrets = Map.copyOf(secrets);
        tokens = Map.copyOf(tokens);
    }

    @Override
    public String toString() {
        return "PodInputs[configMaps=%s, secrets=%s]".formatted(configMaps.keySet(), secrets.keySet());
    }
}
