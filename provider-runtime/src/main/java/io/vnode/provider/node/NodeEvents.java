package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, by events on the Node object, what concerns the whole node. */
public final class NodeEvents {

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeEvents.class);

    /** Where Kubernetes keeps the events of what has no namespace. */
    private static final String NAMESPACE = "default";

    private static final int MAX_MESSAGE_LENGTH = 1024;

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final InstantSource clock;

    /** Tells of this node. */
    public NodeEvents(KubernetesClient kubernetes, String nodeName) {
        this(kubernetes, nodeName, InstantSource.system());
    }

    NodeEvents(KubernetesClient kubernetes, String nodeName, InstantSource clock) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.clock = clock;
    }

    /** Something that goes as it should. */
    public void normal(String reason, String message) {
        tell("Normal", reason, message);
    }

    /** Something that somebody should look at. */
    public void warning(String reason, String message) {
        tell("Warning", reason, message);
    }

    private void tell(String type, String reason, String message) {
        try {
            Object unused = kubernetes
                    .v1()
                    .events()
                    .inNamespace(NAMESPACE)
                    .resource(event(type, reason, message))
                    .create();
        } catch (KubernetesClientException e) {
            LOGGER.atDebug()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("reason", reason)
                    .addKeyValue("status", e.getCode())
                    .log("could not write an event");
        }
    }

    Event event(String type, String reason, String message) {
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withGenerateName(nodeName.substring(0, Math.min(nodeName.length(), 200)) + ".")
                .withNamespace(NAMESPACE)
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(nodeName)
                // As kubelets do: `kubectl describe node` looks for events by this.
                .withUid(nodeName)
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
}
