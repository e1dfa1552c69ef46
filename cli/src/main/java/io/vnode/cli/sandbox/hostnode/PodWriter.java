package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The only one here who writes about pods to the API server. */
final class PodWriter {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final Clock clock;

    PodWriter(KubernetesClient kubernetes, String nodeName, Clock clock) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.clock = clock;
    }

    /** Writes the status of this very pod, not of a later one of the same name; does nothing if it is gone. */
    void writeStatus(Pod pod, PodStatus status) {
        Pod patch = new PodBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(pod.getMetadata().getNamespace())
                .withUid(pod.getMetadata().getUid())
                .endMetadata()
                .withStatus(status)
                .build();
        try {
            kubernetes.resource(patch).patchStatus();
        } catch (KubernetesClientException e) {
            passIfGone(e);
        }
    }

    /** Removes this very pod at once; done as well if it is gone. */
    void remove(Pod pod) {
        DeleteOptions options = new DeleteOptionsBuilder()
                .withApiVersion("v1")
                .withKind("DeleteOptions")
                .withGracePeriodSeconds(0L)
                .withNewPreconditions()
                .withUid(pod.getMetadata().getUid())
                .endPreconditions()
                .build();
        String path = "/api/v1/namespaces/%s/pods/%s"
                .formatted(pod.getMetadata().getNamespace(), pod.getMetadata().getName());
        try {
            kubernetes.raw(path, "DELETE", options);
        } catch (KubernetesClientException e) {
            passIfGone(e);
        }
    }

    /** Tells whoever looks at the pod that something is wrong with it. */
    void warn(Pod pod, String reason, String message) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        kubernetes
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withGenerateName(pod.getMetadata().getName() + ".")
                        .withNamespace(pod.getMetadata().getNamespace())
                        .endMetadata()
                        .withNewInvolvedObject()
                        .withApiVersion("v1")
                        .withKind("Pod")
                        .withNamespace(pod.getMetadata().getNamespace())
                        .withName(pod.getMetadata().getName())
                        .withUid(pod.getMetadata().getUid())
                        .endInvolvedObject()
                        .withType("Warning")
                        .withReason(reason)
                        .withMessage(message)
                        .withNewSource()
                        .withComponent("vnode-sandbox")
                        .withHost(nodeName)
                        .endSource()
                        .withFirstTimestamp(now)
                        .withLastTimestamp(now)
                        .withCount(1)
                        .build())
                .create();
    }

    private static void passIfGone(KubernetesClientException e) {
        if (e.getCode() != NOT_FOUND && e.getCode() != CONFLICT) {
            throw e;
        }
    }
}
