package io.vnode.cli.operation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.vnode.cli.cluster.VirtualNode;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.model.ContainerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What taking the addon away means.
 *
 * @param context kubeconfig context
 * @param facts where to ask for container groups; null when nothing in the cluster says so
 * @param nodes virtual nodes
 * @param pods names of the pods on them
 * @param groups container groups that carry the cluster id
 * @param objects objects of ours, in the order in which they go
 * @param foreign names of objects that have our names and belong to somebody else
 */
public record UninstallPlan(
        String context,
        @Nullable InstallationFacts facts,
        List<VirtualNode> nodes,
        List<String> pods,
        List<ContainerGroup> groups,
        List<HasMetadata> objects,
        List<String> foreign) {

    public UninstallPlan {
        nodes = List.copyOf(nodes);
        pods = List.copyOf(pods);
        groups = List.copyOf(groups);
        objects = List.copyOf(objects);
        foreign = List.copyOf(foreign);
    }

    /** Whether nothing of the addon is there. */
    public boolean nothingInstalled() {
        return objects.isEmpty() && nodes.isEmpty();
    }
}
