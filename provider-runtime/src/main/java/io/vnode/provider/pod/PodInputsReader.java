package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.translate.PodInputs;
import io.vnode.provider.translate.PodReferences;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what a pod refers to, object by object, and asks for the service-account tokens it wants. */
final class PodInputsReader {

    private final KubernetesClient kubernetes;

    PodInputsReader(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** The inputs of a pod. What does not exist is simply not in them. */
    PodInputs read(Pod pod) {
        PodReferences references = PodReferences.of(pod);
        String namespace = pod.getMetadata().getNamespace();
        Map<String, ConfigMap> configMaps = new HashMap<>();
        for (String name : references.configMaps()) {
            ConfigMap found = kubernetes
                    .configMaps()
                    .inNamespace(namespace)
                    .withName(name)
                    .get();
            if (found != null) {
                configMaps.put(name, found);
            }
        }
        Map<String, Secret> secrets = new HashMap<>();
        for (String name : references.secrets()) {
            Secret found =
                    kubernetes.secrets().inNamespace(namespace).withName(name).get();
            if (found != null) {
                secrets.put(name, found);
            }
        }
        Map<PodReferences.Token, String> tokens = new HashMap<>();
        for (PodReferences.Token wanted : references.tokens()) {
            String token = token(pod, wanted);
            if (!token.isEmpty()) {
                tokens.put(wanted, token);
            }
        }
        return new PodInputs(configMaps, secrets, tokens);
    }

    /** A token that the API server takes back when the pod is deleted; empty when there is no such service account. */
    private String token(Pod pod, PodReferences.Token wanted) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(wanted.audience().isEmpty() ? List.of() : List.of(wanted.audience()))
                .withExpirationSeconds(wanted.expirationSeconds())
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build();
        try {
            return kubernetes
                    .serviceAccounts()
                    .inNamespace(pod.getMetadata().getNamespace())
                    .withName(Objects.requireNonNullElse(pod.getSpec().getServiceAccountName(), "default"))
                    .tokenRequest(request)
                    .getStatus()
                    .getToken();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }
}
