package io.vnode.provider.profile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people, by an event on the ConfigMap, what is wrong with it. */
final class ProfileEvents implements CurrentProfile.Complaints {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProfileEvents.class);
    private static final int MAX_MESSAGE_LENGTH = 1024;

    private final KubernetesClient kubernetes;
    private final String nodeName;
    private final Clock clock;

    ProfileEvents(KubernetesClient kubernetes, String nodeName, Clock clock) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
        this.clock = clock;
    }

    @Override
    public void about(ConfigMap configMap, String message) {
        try {
            Event unused = kubernetes
                    .v1()
                    .events()
                    .inNamespace(configMap.getMetadata().getNamespace())
                    .resource(event(configMap, message))
                    .create();
        } catch (KubernetesClientException e) {
            // The log has it too.
            LOGGER.atDebug().addKeyValue("status", e.getCode()).log("could not write an event");
        }
    }

    private Event event(ConfigMap configMap, String message) {
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withGenerateName(configMap.getMetadata().getName() + ".")
                .withNamespace(configMap.getMetadata().getNamespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion("v1")
                .withKind("ConfigMap")
                .withNamespace(configMap.getMetadata().getNamespace())
                .withName(configMap.getMetadata().getName())
                .withUid(configMap.getMetadata().getUid())
                .withResourceVersion(configMap.getMetadata().getResourceVersion())
                .endInvolvedObject()
                .withType("Warning")
                .withReason("InvalidProfile")
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
