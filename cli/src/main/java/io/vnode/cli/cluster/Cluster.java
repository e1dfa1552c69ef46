package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * An open connection to a cluster.
 *
 * @param context name of the kubeconfig's context
 * @param server URL of the API server
 * @param client sends each request once; who wants to repeat something has a loop with a deadline
 */
public record Cluster(String context, String server, KubernetesClient client) implements AutoCloseable {

    @Override
    public void close() {
        client.close();
    }
}
