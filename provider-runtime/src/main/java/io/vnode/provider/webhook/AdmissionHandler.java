package io.vnode.provider.webhook;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers admission reviews in the version in which they come.
 *
 * <p>It never refuses a pod. What is no admission review at all gets a 400, so that a wrong configuration shows.
 */
public final class AdmissionHandler implements HttpHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(AdmissionHandler.class);
    private static final Set<String> VERSIONS = Set.of("admission.k8s.io/v1", "admission.k8s.io/v1beta1");

    private final JsonMapper json = new JsonMapper();
    private final KubernetesSerialization kubernetes = new KubernetesSerialization();
    private final Function<String, Map<String, String>> namespaceLabels;

    /** A handler that knows the labels of namespaces. */
    public static AdmissionHandler knowing(NamespaceLabels namespaces) {
        return new AdmissionHandler(namespaces::of);
    }

    AdmissionHandler(Function<String, Map<String, String>> namespaceLabels) {
        this.namespaceLabels = namespaceLabels;
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        JsonNode review;
        try {
            review = json.readTree(request.body());
        } catch (JacksonException _) {
            return HttpReply.text(400, "the body is not JSON");
        }
        String version = review.path("apiVersion").asString("");
        String uid = review.path("request").path("uid").asString("");
        if (!"AdmissionReview".equals(review.path("kind").asString("")) || !VERSIONS.contains(version)) {
            return HttpReply.text(400, "the body is no AdmissionReview of admission.k8s.io/v1 or v1beta1");
        }
        if (uid.isEmpty()) {
            return HttpReply.text(400, "the AdmissionReview has no request.uid");
        }
        return answer(version, uid, review.path("request"));
    }

    private HttpReply answer(String version, String uid, JsonNode admission) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.put("uid", uid).put("allowed", true);
        ArrayNode patch;
        try {
            patch = patchFor(admission);
        } catch (JacksonException | IllegalArgumentException _) {
            return HttpReply.text(400, "request.object is no pod");
        }
        if (!patch.isEmpty()) {
            response.put("patchType", "JSONPatch").put("patch", json.writeValueAsBytes(patch));
        }
        ObjectNode review = JsonNodeFactory.instance.objectNode();
        review.put("apiVersion", version).put("kind", "AdmissionReview").set("response", response);
        return new HttpReply.Whole(200, "application/json", json.writeValueAsBytes(review));
    }

    private ArrayNode patchFor(JsonNode admission) {
        ArrayNode none = JsonNodeFactory.instance.arrayNode();
        JsonNode object = admission.path("object");
        boolean pod = "Pod".equals(admission.path("kind").path("kind").asString(""))
                && admission.path("kind").path("group").asString("").isEmpty();
        if (!pod || !"CREATE".equals(admission.path("operation").asString(""))) {
            return none;
        }
        Pod typed = kubernetes.convertValue(json.treeToValue(object, Map.class), Pod.class);
        if (typed.getMetadata() == null || typed.getSpec() == null) {
            throw new IllegalArgumentException("no metadata or no spec");
        }
        String namespace = admission.path("namespace").asString("");
        PlacementDecision decision = PlacementDecision.of(typed, labelsOf(namespace));
        return switch (decision) {
            case PlacementDecision.LeaveAlone(String why) -> {
                LOGGER.atDebug()
                        .addKeyValue("namespace", namespace)
                        .addKeyValue("why", why)
                        .log("pod left alone");
                yield none;
            }
            case PlacementDecision.Send send -> {
                LOGGER.atInfo()
                        .addKeyValue("namespace", namespace)
                        .addKeyValue("pod", nameOf(typed))
                        .addKeyValue("complete", send.complete())
                        .log("pod sent to a virtual node");
                yield PlacementPatch.of(object, send, json, kubernetes);
            }
        };
    }

    /** A pod made from a template has only the beginning of its name yet. */
    private static String nameOf(Pod pod) {
        String name = pod.getMetadata().getName();
        return name == null ? Objects.requireNonNullElse(pod.getMetadata().getGenerateName(), "") + "*" : name;
    }

    private Map<String, String> labelsOf(String namespace) {
        try {
            return namespaceLabels.apply(namespace);
        } catch (KubernetesClientException e) {
            // The pod's own wishes still count, and a webhook must not hold up a cluster whose API server is busy.
            LOGGER.atWarn()
                    .addKeyValue("namespace", namespace)
                    .addKeyValue("status", e.getCode())
                    .log("could not read the labels of a namespace");
            return Map.of();
        }
    }
}
