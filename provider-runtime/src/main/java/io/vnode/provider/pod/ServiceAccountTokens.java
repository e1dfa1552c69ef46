package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.provider.translate.PodReferences;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Asks for the service-account tokens of pods. They are bound to their pod: the API server takes them back when it is
 * deleted.
 *
 * <p>A kubelet renews tokens; ECI writes files once. So a token is asked for that lasts: a year for the API server, which
 * knows at each call whether the pod is still there, and a day for others, who may look at nothing but the time in the
 * token. A pod that asks for more gets more. The API server may grant less.
 */
final class ServiceAccountTokens {

    private static final Duration FOR_THE_API_SERVER = Duration.ofDays(365);
    private static final Duration FOR_OTHERS = Duration.ofDays(1);

    private final KubernetesClient kubernetes;

    ServiceAccountTokens(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    /** The tokens of a pod. There are none when there is no such service account. */
    Map<PodReferences.Token, String> of(Pod pod, Set<PodReferences.Token> wanted) {
        Map<PodReferences.Token, String> tokens = new HashMap<>();
        for (PodReferences.Token one : wanted) {
            String token = token(pod, one);
            if (!token.isEmpty()) {
                tokens.put(one, token);
            }
        }
        return tokens;
    }

    /** The time to ask for. */
    static Duration lifetime(PodReferences.Token wanted) {
        Duration atLeast = wanted.audience().isEmpty() ? FOR_THE_API_SERVER : FOR_OTHERS;
        Duration asked = Duration.ofSeconds(wanted.expirationSeconds());
        return asked.compareTo(atLeast) > 0 ? asked : atLeast;
    }

    private String token(Pod pod, PodReferences.Token wanted) {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(wanted.audience().isEmpty() ? List.of() : List.of(wanted.audience()))
                .withExpirationSeconds(lifetime(wanted).toSeconds())
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
