package io.vnode.provider.webhook;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a decision into the smallest JSON patch (RFC 6902) that carries it out on a pod as it was sent. */
final class PlacementPatch {

    private static final String NODE_AFFINITY = "nodeAffinity";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String TERMS = "nodeSelectorTerms";

    private final JsonMapper json;
    private final KubernetesSerialization kubernetes;
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    private PlacementPatch(JsonMapper json, KubernetesSerialization kubernetes) {
        this.json = json;
        this.kubernetes = kubernetes;
    }

    static ArrayNode of(
            JsonNode pod, PlacementDecision.Send decision, JsonMapper json, KubernetesSerialization kubernetes) {
        PlacementPatch patch = new PlacementPatch(json, kubernetes);
        JsonNode spec = pod.path("spec");
        if (decision.addAffinity()) {
            patch.addAffinity(spec);
        }
        decision.termsToNarrow().forEach(index -> patch.narrow(spec, index));
        if (decision.addToleration()) {
            patch.addToleration(spec);
        }
        return patch.operations;
    }

    /** Adds what is missing at the deepest level that exists. */
    private void addAffinity(JsonNode spec) {
        var term = new NodeSelectorTermBuilder()
                .withMatchExpressions(PlacementDecision.virtualNode())
                .build();
        JsonNode required = tree(Map.of(TERMS, List.of(term)));
        JsonNode affinity = spec.path("affinity");
        if (!affinity.isObject()) {
            add("/spec/affinity", object(NODE_AFFINITY, object(REQUIRED, required)));
        } else if (!affinity.path(NODE_AFFINITY).isObject()) {
            add("/spec/affinity/" + NODE_AFFINITY, object(REQUIRED, required));
        } else {
            add("/spec/affinity/" + NODE_AFFINITY + "/" + REQUIRED, required);
        }
    }

    private void narrow(JsonNode spec, int index) {
        NodeSelectorRequirement virtualNode = PlacementDecision.virtualNode();
        String path = "/spec/affinity/%s/%s/%s/%d/matchExpressions".formatted(NODE_AFFINITY, REQUIRED, TERMS, index);
        JsonNode expressions = spec.at(path.substring("/spec".length()));
        if (expressions.isArray()) {
            add(path + "/-", tree(virtualNode));
        } else {
            add(path, tree(List.of(virtualNode)));
        }
    }

    private void addToleration(JsonNode spec) {
        if (spec.path("tolerations").isArray()) {
            add("/spec/tolerations/-", tree(PlacementDecision.toleration()));
        } else {
            add("/spec/tolerations", tree(List.of(PlacementDecision.toleration())));
        }
    }

    private void add(String path, JsonNode value) {
        operations.addObject().put("op", "add").put("path", path).set("value", value);
    }

    private static ObjectNode object(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private JsonNode tree(Object value) {
        return json.readTree(kubernetes.asJson(value));
    }
}
