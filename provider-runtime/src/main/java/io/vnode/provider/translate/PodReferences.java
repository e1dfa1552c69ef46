package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that a pod refers to by name.
 *
 * @param configMaps names of ConfigMaps in the pod's namespace
 * @param secrets names of Secrets in the pod's namespace
 * @param tokens the service-account tokens it wants
 */
public record PodReferences(Set<String> configMaps, Set<String> secrets, Set<Token> tokens) {

    private static final long DEFAULT_EXPIRATION_SECONDS = 3600;

    /**
     * A token of the pod's service account.
     *
     * @param audience who is to accept it; empty for the API server
     * @param expirationSeconds how long it is valid
     */
    public record Token(String audience, long expirationSeconds) {

        static Token of(ServiceAccountTokenProjection projection) {
            return new Token(
                    Objects.requireNonNullElse(projection.getAudience(), ""),
                    Objects.requireNonNullElse(projection.getExpirationSeconds(), DEFAULT_EXPIRATION_SECONDS));
        }
    }

    /** Collects the references of a pod. */
    public static PodReferences of(Pod pod) {
        PodReferences references = new PodReferences(new TreeSet<>(), new TreeSet<>(), tokensOf(pod.getSpec()));
        PodSpec spec = pod.getSpec();
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .forEach(references::addAll);
        spec.getVolumes().forEach(references::addAll);
        spec.getImagePullSecrets().stream()
                .map(LocalObjectReference::getName)
                .filter(Objects::nonNull)
                .forEach(references.secrets::add);
        return references;
    }

    private static Set<Token> tokensOf(PodSpec spec) {
        return spec.getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .filter(source -> source.getServiceAccountToken() != null)
                .map(source -> Token.of(source.getServiceAccountToken()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void addAll(Container container) {
        container.getEnvFrom().forEach(this::add);
        container.getEnv().stream()
                .map(variable -> variable.getValueFrom())
                .filter(Objects::nonNull)
                .forEach(this::add);
    }

    private void add(EnvFromSource source) {
        if (source.getConfigMapRef() != null) {
            configMaps.add(source.getConfigMapRef().getName());
        }
        if (source.getSecretRef() != null) {
            secrets.add(source.getSecretRef().getName());
        }
    }

    private void add(EnvVarSource source) {
        if (source.getConfigMapKeyRef() != null) {
            configMaps.add(source.getConfigMapKeyRef().getName());
        }
        if (source.getSecretKeyRef() != null) {
            secrets.add(source.getSecretKeyRef().getName());
        }
    }

    private void addAll(Volume volume) {
        if (volume.getConfigMap() != null) {
            configMaps.add(volume.getConfigMap().getName());
        }
        if (volume.getSecret() != null) {
            secrets.add(volume.getSecret().getSecretName());
        }
        if (volume.getProjected() != null) {
            volume.getProjected().getSources().forEach(this::add);
        }
    }

    private void add(VolumeProjection source) {
        if (source.getConfigMap() != null) {
            configMaps.add(source.getConfigMap().getName());
        }
        if (source.getSecret() != null) {
            secrets.add(source.getSecret().getName());
        }
    }
}
