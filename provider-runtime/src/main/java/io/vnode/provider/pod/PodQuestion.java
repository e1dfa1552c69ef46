package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.PodKey;
import io.vnode.provider.containergroup.sweep.PodPresence;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pod exists. A pod that is known from the watch does; of all others the API server itself is asked, for the watch
 * may lag behind and shows the pods of this node alone.
 */
final class PodQuestion {

    private final BoundPods known;
    private final KubernetesClient kubernetes;

    PodQuestion(BoundPods known, KubernetesClient kubernetes) {
        this.known = known;
        this.kubernetes = kubernetes;
    }

    PodPresence ask(PodKey key) {
        @Nullable Pod pod = known.find(key);
        if (pod == null) {
            try {
                pod = kubernetes
                        .pods()
                        .inNamespace(key.namespace())
                        .withName(key.name())
                        .get();
            } catch (KubernetesClientException e) {
                return new PodPresence.Unknown("the API server answered with status " + e.getCode());
            }
        }
        return pod != null && key.uid().equals(pod.getMetadata().getUid())
                ? new PodPresence.Present(PodFacts.recordedGroupId(pod))
                : new PodPresence.Absent();
    }
}
