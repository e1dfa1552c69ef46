package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads objects as plain JSON. The typed models of a pod or a StatefulSet are hundreds of classes, and loading them takes
 * most of the time of a command that only wants a few fields.
 */
final class ApiReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final Cluster cluster;

    ApiReader(Cluster cluster) {
        this.cluster = cluster;
    }

    /** An object; null when it is not there. */
    @Nullable
    JsonNode find(String path) {
        try {
            String answer = cluster.client().raw(path);
            return answer == null ? null : JSON.readTree(answer);
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return null;
            }
            throw ClusterProblems.of(cluster, "reading " + path, e);
        }
    }

    /** The objects of a list. */
    List<JsonNode> list(String path) {
        JsonNode answer = find(path);
        List<JsonNode> items = new ArrayList<>();
        if (answer != null) {
            answer.path("items").forEach(items::add);
        }
        return items;
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            texts.put(entry.getKey(), entry.getValue().asString(""));
        }
        return texts;
    }

    static boolean conditionTrue(JsonNode object, String type) {
        for (JsonNode condition : object.at("/status/conditions")) {
            if (condition.path("type").asString("").equals(type)) {
                return condition.path("status").asString("").equals("True");
            }
        }
        return false;
    }
}
