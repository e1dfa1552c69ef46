package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.vnode.addon.PodKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Something to be told about a pod.
 *
 * @param pod the pod
 * @param type {@code Normal} or {@code Warning}
 * @param reason one word
 * @param message a sentence
 * @param source who noticed
 * @param identity what makes it one event: told again, in this process or in the next, it is the same object
 * @param count how often it happened
 * @param first when first
 * @param last when last
 */
record EventNotice(
        PodKey pod,
        String type,
        String reason,
        String message,
        String source,
        long identity,
        int count,
        Instant first,
        Instant last) {

    private static final int MAX_MESSAGE_LENGTH = 1024;
    private static final int MAX_STEM_LENGTH = 200;
    private static final String REPORTER = "vnode.io/virtual-node";

    /** A number that is the same for the same texts, in every process. */
    static long identityOf(String... texts) {
        return UUID.nameUUIDFromBytes(String.join("\n", texts).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    boolean warning() {
        return type.equals("Warning");
    }

    /** The name of the event object: that of the pod, as far as it fits, and the identity. */
    String name() {
        String stem = pod.name()
                .substring(0, Math.min(pod.name().length(), MAX_STEM_LENGTH))
                .replaceFirst("[.-]+$", "");
        return "%s.%016x".formatted(stem, identity);
    }

    Event toEvent(String nodeName) {
        return new EventBuilder()
                .withNewMetadata()
                .withName(name())
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
                .withFirstTimestamp(text(first))
                .withLastTimestamp(text(last))
                .withCount(count)
                .withNewSource()
                .withComponent(source)
                .withHost(nodeName)
                .endSource()
                .withReportingComponent(REPORTER)
                .withReportingInstance(nodeName)
                .build();
    }

    /** What changes in the event when it happens again. */
    Event toRepetition() {
        return new EventBuilder()
                .withNewMetadata()
                .withName(name())
                .withNamespace(pod.namespace())
                .endMetadata()
                .withMessage(message.substring(0, Math.min(message.length(), MAX_MESSAGE_LENGTH)))
                .withLastTimestamp(text(last))
                .withCount(count)
                .build();
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
