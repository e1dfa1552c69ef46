package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.vnode.addon.AddonObjects;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The node's heartbeat: a Lease that says until when the node is to be taken for alive. */
final class NodeLease {

    static final Duration RENEWED_EVERY = Duration.ofSeconds(10);

    private static final Duration VALID_FOR = Duration.ofSeconds(40);
    private static final String NAMESPACE = AddonObjects.NODE_LEASE_NAMESPACE;

    private final KubernetesClient kubernetes;
    private final Clock clock;
    private @Nullable Lease last;

    NodeLease(KubernetesClient kubernetes, Clock clock) {
        this.kubernetes = kubernetes;
        this.clock = clock;
    }

    /** Renews the lease of a node; makes it if there is none. Reads it only when somebody else has touched it. */
    void renew(Node node) {
        Lease known = last;
        last = null;
        if (known != null) {
            try {
                last = leases().resource(renewed(node, known)).update();
                return;
            } catch (KubernetesClientException e) {
                boolean changed = e.getCode() == HttpURLConnection.HTTP_CONFLICT
                        || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
                if (!changed) {
                    throw e;
                }
            }
        }
        Lease found = leases().withName(node.getMetadata().getName()).get();
        var resource = leases().resource(renewed(node, found));
        last = found == null ? resource.create() : resource.update();
    }

    private NonNamespaceOperation<Lease, LeaseList, Resource<Lease>> leases() {
        return kubernetes.leases().inNamespace(NAMESPACE);
    }

    private Lease renewed(Node node, @Nullable Lease found) {
        String name = node.getMetadata().getName();
        Lease start = Objects.requireNonNullElseGet(found, () -> new LeaseBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(NAMESPACE)
                .endMetadata()
                .build());
        return start.edit()
                .editMetadata()
                .withOwnerReferences()
                .addNewOwnerReference()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(name)
                .withUid(node.getMetadata().getUid())
                .endOwnerReference()
                .endMetadata()
                .editOrNewSpec()
                .withHolderIdentity(name)
                .withLeaseDurationSeconds((int) VALID_FOR.toSeconds())
                .withRenewTime(
                        ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS))
                .endSpec()
                .build();
    }
}
