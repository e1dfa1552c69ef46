package io.vnode.provider;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.model.jackson.Jackson2JdkTypesModule;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How the processes reach the API server: as the pod's service account, or as the environment says. */
final class KubernetesConnection {

    private static final int REQUEST_TIMEOUT_MILLIS = 10_000;
    private static final int CONCURRENT_REQUESTS = 128;

    /** What watches tell of, and what answers may be besides what was asked for. */
    private static final List<Class<? extends KubernetesResource>> KINDS =
            List.of(Pod.class, Namespace.class, ConfigMap.class, Secret.class, Service.class, Node.class, Status.class);

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
        return new KubernetesClientBuilder()
                .withConfig(config)
                .withKubernetesSerialization(serialization())
                .build();
    }

    /** Knows the kinds that we read. The client's own would load every class of its model to find out which there are. */
    private static KubernetesSerialization serialization() {
        KubernetesSerialization serialization = new KubernetesSerialization(
                JsonMapper.builderWithJackson2Defaults()
                        .addModule(new Jackson2JdkTypesModule())
                        .build(),
                false);
        KINDS.forEach(serialization::registerKubernetesResource);
        return serialization;
    }
}
