package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.HostIPBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodIPBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.vnode.addon.PodKey;
import io.vnode.provider.translate.StatusDifference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to change a pod, as a strategic merge: it replaces the fields given and the conditions of the types given,
 * and leaves those of others alone. The UID in it makes the API server refuse it for any other incarnation of the pod.
 */
final class PodChange {

    private static final String DIRECTIVE = "$patch";
    private static final String REPLACE = "replace";

    private PodChange() {}

    /** What brings a pod to this status and these annotations; null when it says all that already. */
    static @Nullable Pod between(Pod pod, PodStatus wanted, Map<String, String> annotations) {
        PodStatus difference = StatusDifference.between(pod.getStatus(), wanted);
        if (difference == null && annotations.isEmpty()) {
            return null;
        }
        Pod change = annotations(PodFacts.key(pod), annotations);
        if (difference != null) {
            change.setStatus(replacingAddresses(pod.getStatus(), difference));
        }
        return change;
    }

    static Pod annotations(PodKey key, Map<String, String> annotations) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(key.namespace())
                .withName(key.name())
                .withUid(key.uid())
                .withAnnotations(annotations)
                .endMetadata()
                .build();
    }

    /** A merge adds addresses to those there are; where they change, the new ones have to replace them. */
    private static PodStatus replacingAddresses(@Nullable PodStatus now, PodStatus change) {
        if (now == null || now.getPodIP() == null || change.getPodIP() == null) {
            return change;
        }
        return change.edit()
                .addToPodIPs(
                        0,
                        new PodIPBuilder()
                                .addToAdditionalProperties(DIRECTIVE, REPLACE)
                                .build())
                .addToHostIPs(
                        0,
                        new HostIPBuilder()
                                .addToAdditionalProperties(DIRECTIVE, REPLACE)
                                .build())
                .build();
    }
}
