package io.vnode.addon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tags on a container group: the only proof that it is ours, and for which pod it runs.
 *
 * <p>The names are those of the open-source provider of 2020, so tools that find groups by tag keep working. A tag value
 * has at most 128 characters while a pod's name may have 253, so the rest of a long name travels in a tag of its own.
 *
 * @param clusterId the cluster that the group belongs to
 * @param nodeName the virtual node that the pod is bound to
 * @param pod the pod that the group runs
 */
public record ContainerGroupTags(String clusterId, String nodeName, PodKey pod) {

    /** Tag with the cluster id. */
    public static final String CLUSTER = "ClusterName";

    /** Tag with the name of the virtual node. */
    public static final String NODE = "NodeName";

    /** Tag with the pod's namespace. */
    public static final String NAMESPACE = "NameSpace";

    /** Tag with the pod's name, or its first 128 characters. */
    public static final String POD = "PodName";

    /** Tag with what {@link #POD} could not hold; absent for most pods. */
    public static final String POD_REST = "PodNameRest";

    /** Tag with the pod's UID. */
    public static final String UID = "UID";

    private static final Set<String> RESERVED = Set.of(CLUSTER, NODE, NAMESPACE, POD, POD_REST, UID);

    /** The longest value that ECI takes for a tag. */
    static final int MAX_VALUE_LENGTH = 128;

    /** The tags to look for when listing what belongs to a virtual node. */
    public static Map<String, String> ownedBy(String clusterId, String nodeName) {
        return Map.of(CLUSTER, clusterId, NODE, nodeName);
    }

    /** The tags to look for when listing what belongs to a cluster. */
    public static Map<String, String> ownedBy(String clusterId) {
        return Map.of(CLUSTER, clusterId);
    }

    /** Whether a tag says whose a group is, so that nobody else may set it. */
    public static boolean isReserved(String key) {
        return RESERVED.contains(key);
    }

    /** Reads the tags of a container group; null when one of ours is missing, that is, when the group is not ours. */
    public static @Nullable ContainerGroupTags from(Map<String, String> tags) {
        String cluster = tags.getOrDefault(CLUSTER, "");
        String node = tags.getOrDefault(NODE, "");
        String namespace = tags.getOrDefault(NAMESPACE, "");
        String pod = tags.getOrDefault(POD, "");
        String uid = tags.getOrDefault(UID, "");
        if (Stream.of(cluster, node, namespace, pod, uid).anyMatch(String::isBlank)) {
            return null;
        }
        return new ContainerGroupTags(cluster, node, new PodKey(namespace, pod + tags.getOrDefault(POD_REST, ""), uid));
    }

    /** The tags to set at creation, in a stable order. */
    public Map<String, String> toMap() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(CLUSTER, clusterId);
        tags.put(NODE, nodeName);
        tags.put(NAMESPACE, pod.namespace());
        String name = pod.name();
        int head = Math.min(name.length(), MAX_VALUE_LENGTH);
        tags.put(POD, name.substring(0, head));
        if (head < name.length()) {
            tags.put(POD_REST, name.substring(head));
        }
        tags.put(UID, pod.uid());
        return tags;
    }
}
