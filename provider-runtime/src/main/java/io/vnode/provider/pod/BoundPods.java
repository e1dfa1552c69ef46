package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.EditReplacePatchable;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.cache.Indexer;
import io.vnode.addon.PodKey;
import io.vnode.provider.telemetry.PodMetrics;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pods bound to this node, as the API server has them. Every write names the UID it means, so a pod that was created
 * again under the same name is never touched by mistake.
 */
final class BoundPods {

    private static final int UNPROCESSABLE = 422;

    private final KubernetesClient kubernetes;
    private final Indexer<Pod> cache;
    private final PodMetrics metrics;
    private final OwnWrites ownWrites = new OwnWrites();

    BoundPods(KubernetesClient kubernetes, Indexer<Pod> cache, PodMetrics metrics) {
        this.kubernetes = kubernetes;
        this.cache = cache;
        this.metrics = metrics;
    }

    /** The pod, as last heard of; null when there is none of that UID. */
    @Nullable
    Pod find(PodKey key) {
        Pod pod = cache.getByKey(key.qualifiedName());
        if (pod == null || !key.uid().equals(pod.getMetadata().getUid())) {
            ownWrites.forget(key);
            return null;
        }
        return ownWrites.newest(pod);
    }

    /** The pod of that name, whichever UID it has. */
    @Nullable
    Pod find(String namespace, String name) {
        return cache.getByKey(namespace + "/" + name);
    }

    /** Asks the API server itself whether there is no pod of this UID. */
    boolean confirmedGone(PodKey key) {
        Pod pod = resource(key).get();
        return pod == null || !key.uid().equals(pod.getMetadata().getUid());
    }

    /** Writes a status where it differs; true when it did. */
    boolean writeStatus(Pod pod, PodStatus wanted) {
        return write(pod, wanted, Map.of());
    }

    /**
     * Writes what of a status differs, and annotations, in one call; true when there was anything to write.
     *
     * @param annotations those that the pod lacks
     */
    boolean write(Pod pod, PodStatus wanted, Map<String, String> annotations) {
        Pod change = PodChange.between(pod, wanted, annotations);
        if (change == null) {
            return false;
        }
        PodKey key = PodFacts.key(pod);
        metrics.statusPatched();
        Pod written = patched(resource(key).subresource("status"), change);
        if (written != null && !carries(written, annotations)) {
            // Up to now the API server takes annotations with a status. Should it leave them out one day, they go
            // alone.
            Pod unused = patched(resource(key), PodChange.annotations(key, annotations));
        }
        return true;
    }

    private static boolean carries(Pod pod, Map<String, String> annotations) {
        Map<String, String> carried =
                Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        return carried.entrySet().containsAll(annotations.entrySet());
    }

    /** Takes a pod out of the API for good. */
    void remove(Pod pod) {
        PodKey key = PodFacts.key(pod);
        DeleteOptions now = new DeleteOptionsBuilder()
                .withGracePeriodSeconds(0L)
                .withNewPreconditions()
                .withUid(key.uid())
                .endPreconditions()
                .build();
        String path = "/api/v1/namespaces/%s/pods/%s".formatted(key.namespace(), key.name());
        // The client's own delete cannot name a UID.
        Object unused = unlessGone(() -> kubernetes.raw(path, "DELETE", now));
    }

    private PodResource resource(PodKey key) {
        return kubernetes.pods().inNamespace(key.namespace()).withName(key.name());
    }

    /** The pod as the API server answers it; null when nothing was written. */
    private @Nullable Pod patched(EditReplacePatchable<Pod> target, Pod change) {
        Pod answer = unlessGone(() -> target.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), change));
        if (answer != null) {
            ownWrites.note(answer);
        }
        return answer;
    }

    /** A pod that is gone, or is another one by now, needs nothing written: then null. */
    private static <T> @Nullable T unlessGone(Supplier<@Nullable T> write) {
        try {
            return write.get();
        } catch (KubernetesClientException e) {
            boolean gone = e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
            boolean another = (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == UNPROCESSABLE)
                    && Objects.requireNonNullElse(e.getMessage(), "").contains("UID");
            if (gone || another) {
                return null;
            }
            throw e;
        }
    }
}
