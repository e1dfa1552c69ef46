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
import org.jspecify.annotations.Nullable;

/**
 * The objects that a pod refers to by name.
 *
 * @param configMaps names of ConfigMaps in the pod's namespace
 * @param secrets names of Secrets in the pod's namespace
 * @param claims names of PersistentVolumeClaims in the pod's namespace; what they are bound to shows when they are read
 * @param tokens the service-account tokens it wants
 * @param neighbours whether it wants to know the Services in its namespace
 */
public record PodReferences(
        Set<String> configMaps, Set<String> secrets, Set<String> claims, Set<Token> tokens, boolean neighbours) {

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
        PodSpec spec = pod.getSpec();
        PodReferences references = new PodReferences(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                tokensOf(spec),
                !Boolean.FALSE.equals(spec.getEnableServiceLinks()));
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .forEach(references::addAll);
        spec.getVolumes().forEach(volume -> references.addAll(pod, volume));
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

    /** The claim of a volume; null when it has none. The one of an ephemeral volume is made for the pod alone. */
    static @Nullable String claimOf(Pod pod, Volume volume) {
        if (volume.getEphemeral() != null) {
            return pod.getMetadata().getName() + "-" + volume.getName();
        }
        return volume.getPersistentVolumeClaim() == null
                ? null
                : volume.getPersistentVolumeClaim().getClaimName();
    }

    private void addAll(Pod pod, Volume volume) {
        String claim = claimOf(pod, volume);
        if (claim != null) {
            claims.add(claim);
        }
        if (volume.getFlexVolume() != null && volume.getFlexVolume().getSecretRef() != null) {
            secrets.add(volume.getFlexVolume().getSecretRef().getName());
        }
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
