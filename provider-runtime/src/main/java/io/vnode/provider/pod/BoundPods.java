package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HostIPBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodIPBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.cache.Indexer;
import io.vnode.addon.Annotations;
import io.vnode.addon.PodKey;
import io.vnode.provider.translate.StatusDifference;
import java.net.HttpURLConnection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pods bound to this node, as the API server has them. Every write names the UID it means, so a pod that was created
 * again under the same name is never touched by mistake.
 */
final class BoundPods {

    private static final int UNPROCESSABLE = 422;

    private final KubernetesClient kubernetes;
    private final Indexer<Pod> cache;

    BoundPods(KubernetesClient kubernetes, Indexer<Pod> cache) {
        this.kubernetes = kubernetes;
        this.cache = cache;
    }

    /** The pod, as last heard of; null when there is none of that UID. */
    @Nullable
    Pod find(PodKey key) {
        Pod pod = cache.getByKey(key.qualifiedName());
        return pod != null && key.uid().equals(pod.getMetadata().getUid()) ? pod : null;
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

    /** Leaves the id of its container group on the pod. */
    void recordGroup(PodKey key, String groupId, String requestId) {
        Pod change = named(key)
                .editMetadata()
                .addToAnnotations(Annotations.INSTANCE_ID, groupId)
                .addToAnnotations(Annotations.REQUEST_ID, requestId)
                .endMetadata()
                .build();
        ignoringGone(() -> resource(key).patch(PatchContext.of(PatchType.STRATEGIC_MERGE), change));
    }

    /** Writes a status where it differs; true when it did. */
    boolean writeStatus(Pod pod, PodStatus wanted) {
        if (!StatusDifference.between(pod.getStatus(), wanted)) {
            return false;
        }
        PodKey key = PodFacts.key(pod);
        Pod change = named(key)
                .withStatus(replacingAddresses(pod.getStatus(), wanted))
                .build();
        // A strategic merge replaces the fields given and the conditions of the types given; those of others stay.
        ignoringGone(
                () -> resource(key).subresource("status").patch(PatchContext.of(PatchType.STRATEGIC_MERGE), change));
        return true;
    }

    /** A merge adds addresses to those there are; where they change, the new ones have to replace them. */
    private static PodStatus replacingAddresses(@Nullable PodStatus now, PodStatus wanted) {
        if (now == null || now.getPodIP() == null || now.getPodIP().equals(wanted.getPodIP())) {
            return wanted;
        }
        return wanted.edit()
                .addToPodIPs(
                        0,
                        new PodIPBuilder()
                                .addToAdditionalProperties("$patch", "replace")
                                .build())
                .addToHostIPs(
                        0,
                        new HostIPBuilder()
                                .addToAdditionalProperties("$patch", "replace")
                                .build())
                .build();
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
        ignoringGone(() -> Objects.requireNonNullElse(kubernetes.raw(path, "DELETE", now), ""));
    }

    private PodResource resource(PodKey key) {
        return kubernetes.pods().inNamespace(key.namespace()).withName(key.name());
    }

    /** A change to a pod; the UID in it makes the API server refuse it for any other incarnation. */
    private static PodBuilder named(PodKey key) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(key.namespace())
                .withName(key.name())
                .withUid(key.uid())
                .endMetadata();
    }

    private interface Write {
        Object run();
    }

    /** A pod that is gone, or is another one by now, needs nothing written. */
    private static void ignoringGone(Write write) {
        try {
            Object unused = write.run();
        } catch (KubernetesClientException e) {
            boolean gone = e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
            boolean another = (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == UNPROCESSABLE)
                    && Objects.requireNonNullElse(e.getMessage(), "").contains("UID");
            if (!gone && !another) {
                throw e;
            }
        }
    }
}
