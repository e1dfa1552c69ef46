package io.vnode.cli.cluster;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What counts of a StatefulSet or Deployment of the addon.
 *
 * @param image image of its container
 * @param replicas pods wanted
 * @param readyReplicas pods ready
 * @param environment variables of its container that are given as text
 */
public record InstalledWorkload(String image, int replicas, int readyReplicas, Map<String, String> environment) {

    public InstalledWorkload {
        environment = Map.copyOf(environment);
    }

    static InstalledWorkload of(JsonNode workload) {
        JsonNode container = workload.at("/spec/template/spec/containers/0");
        Map<String, String> environment = new HashMap<>();
        for (JsonNode variable : container.path("env")) {
            if (variable.has("value")) {
                environment.put(
                        variable.path("name").asString(), variable.path("value").asString());
            }
        }
        return new InstalledWorkload(
                container.path("image").asString(""),
                workload.at("/spec/replicas").asInt(1),
                workload.at("/status/readyReplicas").asInt(0),
                environment);
    }
}
