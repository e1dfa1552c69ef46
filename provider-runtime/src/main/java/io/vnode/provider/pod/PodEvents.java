package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.PodKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, by events on the pod, what happens to it. The same sentence is told once in a while, not at each retry. */
final class PodEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(PodEvents.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final int REMEMBERED = 4096;
    private static final int MAX_MESSAGE_LENGTH = 1024;

    private record Told(PodKey pod, String reason, String message) {}

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final Clock clock;
    private final SequencedMap<Told, Instant> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Told, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    PodEvents(KubernetesClient kubernetes, String nodeName, Clock clock) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.clock = clock;
    }

    void normal(PodKey pod, String reason, String message) {
        tell(pod, "Normal", reason, message);
    }

    void warning(PodKey pod, String reason, String message) {
        tell(pod, "Warning", reason, message);
    }

    private void tell(PodKey pod, String type, String reason, String message) {
        Instant now = clock.instant();
        if (!isNews(new Told(pod, reason, message), now)) {
            return;
        }
        try {
            kubernetes
                    .v1()
                    .events()
                    .inNamespace(pod.namespace())
                    .resource(event(pod, type, reason, message, now))
                    .create();
        } catch (KubernetesClientException e) {
            // An event that is lost is a pity, not a reason to do the step again.
            LOGGER.atDebug()
                    .addKeyValue("pod", pod)
                    .addKeyValue("reason", reason)
                    .addKeyValue("status", e.getCode())
                    .log("could not write an event");
        }
    }

    private synchronized boolean isNews(Told sentence, Instant now) {
        Instant before = told.get(sentence);
        if (before != null && now.isBefore(before.plus(SILENCE))) {
            return false;
        }
        told.put(sentence, now);
        return true;
    }

    private Event event(PodKey pod, String type, String reason, String message, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withGenerateName(stem(pod.name()))
                .withNamespace(pod.namespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("Pod")
                .withNamespace(pod.namespace())
                .withName(pod.name())
                .withUid(pod.uid())
                .endInvolvedObject()
                .withType(type)
                .withReason(reason)
                .withMessage(message.substring(0, Math.min(message.length(), MAX_MESSAGE_LENGTH)))
                .withFirstTimestamp(time)
                .withLastTimestamp(time)
                .withCount(1)
                .withNewSource()
                .withComponent("virtual-node")
                .withHost(nodeName)
                .endSource()
                .withReportingComponent("vnode.io/virtual-node")
                .withReportingInstance(nodeName)
                .build();
    }

    /** A name has at most 253 characters, of which the API server adds some of its own. */
    private static String stem(String podName) {
        return podName.substring(0, Math.min(podName.length(), 200)).replaceFirst("[.-]+$", "") + ".";
    }
}
