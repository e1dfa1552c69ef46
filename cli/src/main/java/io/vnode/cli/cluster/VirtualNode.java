package io.vnode.cli.cluster;

import tools.jackson.databind.JsonNode;

/**
 * A node that a provider of the addon keeps.
 *
 * @param name its name
 * @param uid its UID
 * @param ready whether it is Ready
 * @param schedulable whether new pods may come to it
 * @param version what it says of its version
 */
public record VirtualNode(String name, String uid, boolean ready, boolean schedulable, String version) {

    static VirtualNode of(JsonNode node) {
        return new VirtualNode(
                node.at("/metadata/name").asString(),
                node.at("/metadata/uid").asString(),
                ApiReader.conditionTrue(node, "Ready"),
                !node.at("/spec/unschedulable").asBoolean(false),
                node.at("/status/nodeInfo/kubeletVersion").asString(""));
    }
}
