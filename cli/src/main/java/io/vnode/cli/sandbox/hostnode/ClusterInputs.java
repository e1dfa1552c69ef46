package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of one pod from the API server, as the node that the pod is bound to. */
final class ClusterInputs implements PodInputs {

    private static final long SHORTEST_TOKEN_SECONDS = 600;

    private final KubernetesClient kubernetes;
    private final Pod pod;

    ClusterInputs(KubernetesClient kubernetes, Pod pod) {
        this.kubernetes = kubernetes;
        this.pod = pod;
    }

    @Override
    public Map<String, byte[]> secret(String name, boolean optional) {
        Secret secret = read("Secret", name, () -> kubernetes
                .secrets()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(name)
                .get());
        if (secret == null) {
            return missing("secret", name, optional);
        }
        return decoded(secret.getData());
    }

    @Override
    public Map<String, byte[]> configMap(String name, boolean optional) {
        ConfigMap map = read("ConfigMap", name, () -> kubernetes
                .configMaps()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(name)
                .get());
        if (map == null) {
            return missing("configmap", name, optional);
        }
        Map<String, byte[]> values = decoded(map.getBinaryData());
        if (map.getData() != null) {
            map.getData().forEach((key, value) -> values.put(key, value.getBytes(StandardCharsets.UTF_8)));
        }
        return values;
    }

    /** A token of the pod's service account that ends with the pod. */
    ServiceAccountToken token(@Nullable String audience, @Nullable Long seconds) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(audience == null ? List.of() : List.of(audience))
                .withExpirationSeconds(seconds == null ? 3600L : Math.max(seconds, SHORTEST_TOKEN_SECONDS))
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build();
        String account = pod.getSpec().getServiceAccountName();
        TokenRequest answer = read("ServiceAccount", account, () -> kubernetes
                .serviceAccounts()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(account)
                .tokenRequest(request));
        if (answer == null) {
            throw new UnrunnableException("ContainerCreating", "no token for service account " + account);
        }
        return ServiceAccountToken.of(answer);
    }

    /** The node authorizer lets a node read what its pods refer to; it may learn of a pod a moment after the node does. */
    private static <T> @Nullable T read(String kind, String name, Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (KubernetesClientException e) {
            throw new UnrunnableException(
                    "CreateContainerConfigError", "cannot read %s %s: HTTP %d".formatted(kind, name, e.getCode()));
        }
    }

    private static Map<String, byte[]> missing(String kind, String name, boolean optional) {
        if (!optional) {
            throw new UnrunnableException("CreateContainerConfigError", "%s \"%s\" not found".formatted(kind, name));
        }
        return Map.of();
    }

    private static Map<String, byte[]> decoded(@Nullable Map<String, String> encoded) {
        Map<String, byte[]> values = new HashMap<>();
        if (encoded != null) {
            encoded.forEach((key, value) -> values.put(key, Base64.getDecoder().decode(value)));
        }
        return values;
    }
}
