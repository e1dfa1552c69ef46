package io.vnode.provider;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** How the processes reach the API server: as the pod's service account, or as the environment says. */
final class KubernetesConnection {

    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;
    private static final int CONCURRENT_REQUESTS = 128;

    private KubernetesConnection() {}

    static KubernetesClient open() {
        Config config = new ConfigBuilder()
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withConnectionTimeout(REQUEST_TIMEOUT_MILLIS)
                // Whatever fails is done again by a loop of ours, which knows what it does.
                .withRequestRetryBackoffLimit(0)
                // The client's own limits are made for programs that talk to many servers.
                .withMaxConcurrentRequests(CONCURRENT_REQUESTS)
                .withMaxConcurrentRequestsPerHost(CONCURRENT_REQUESTS)
                .withUserAgent("vnode-provider/" + Version.CURRENT)
                .build();
        // Watches share the one HTTP/2 connection; as WebSockets each would open its own.
        config.setOnlyHttpWatches(true);
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
