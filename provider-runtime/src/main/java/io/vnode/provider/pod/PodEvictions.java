package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.policy.v1.Eviction;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.PodKey;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks for the eviction of pods, so that disruption budgets and grace periods count. */
final class PodEvictions {

    private static final int TOO_MANY_REQUESTS = 429;

    /** What came of asking. */
    sealed interface Outcome {

        /** The pod is on its way out. */
        record Evicted() implements Outcome {}

        /** It is not there any more, or another pod has its name by now. */
        record Gone() implements Outcome {}

        /**
         * Not now: a disruption budget does not allow it.
         *
         * @param why the server's sentence, with the name of the budget where it says so
         */
        record Blocked(String why) implements Outcome {}
    }

    private final KubernetesClient kubernetes;

    PodEvictions(KubernetesClient kubernetes) {
        this.kubernetes = kubernetes;
    }

    Outcome evict(PodKey pod) {
        String path = "/api/v1/namespaces/%s/pods/%s/eviction".formatted(pod.namespace(), pod.name());
        try {
            // The client's own eviction cannot name a UID, and hides why a budget refuses.
            Object unused = kubernetes.raw(path, "POST", eviction(pod));
            return new Outcome.Evicted();
        } catch (KubernetesClientException e) {
            return switch (e.getCode()) {
                case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT -> new Outcome.Gone();
                case TOO_MANY_REQUESTS -> new Outcome.Blocked(sentence(e));
                default -> throw e;
            };
        }
    }

    private static Eviction eviction(PodKey pod) {
        return new EvictionBuilder()
                .withNewMetadata()
                .withNamespace(pod.namespace())
                .withName(pod.name())
                .endMetadata()
                .withDeleteOptions(new DeleteOptionsBuilder()
                        .withNewPreconditions()
                        .withUid(pod.uid())
                        .endPreconditions()
                        .build())
                .build();
    }

    private static String sentence(KubernetesClientException e) {
        Stream<StatusCause> causes = e.getStatus() == null || e.getStatus().getDetails() == null
                ? Stream.of()
                : e.getStatus().getDetails().getCauses().stream();
        return causes.map(StatusCause::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(
                        e.getStatus() == null ? null : e.getStatus().getMessage(), ""));
    }
}
