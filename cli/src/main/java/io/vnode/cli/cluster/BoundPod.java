package io.vnode.cli.cluster;

import io.vnode.addon.Annotations;
import io.vnode.addon.PodKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A pod that is bound to a virtual node.
 *
 * @param key which pod it is, this incarnation of it
 * @param node the node
 * @param phase its phase
 * @param terminating whether it is on its way out
 * @param ip its address, once it has one
 * @param containerGroup id of the container group that the provider noted on it
 */
public record BoundPod(
        PodKey key,
        String node,
        String phase,
        boolean terminating,
        @Nullable String ip,
        @Nullable String containerGroup) {

    static BoundPod of(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        String group =
                metadata.path("annotations").path(Annotations.INSTANCE_ID).asString("");
        String ip = pod.at("/status/podIP").asString("");
        return new BoundPod(
                new PodKey(
                        metadata.path("namespace").asString(),
                        metadata.path("name").asString(),
                        metadata.path("uid").asString()),
                pod.at("/spec/nodeName").asString(),
                pod.at("/status/phase").asString("Pending"),
                metadata.has("deletionTimestamp"),
                ip.isEmpty() ? null : ip,
                group.isEmpty() ? null : group);
    }
}
