package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.vnode.addon.AddonObjects;
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

    NodeLease(KubernetesClient kubernetes, Clock clock) {
        this.kubernetes = kubernetes;
        this.clock = clock;
    }

    /** Renews the lease of a node; makes it if there is none. */
    void renew(Node node) {
        String name = node.getMetadata().getName();
        Resource<Lease> resource = kubernetes.leases().inNamespace(NAMESPACE).withName(name);
        Lease found = resource.get();
        Lease renewed = renewed(node, found);
        if (found == null) {
            kubernetes.leases().inNamespace(NAMESPACE).resource(renewed).create();
        } else {
            kubernetes.leases().inNamespace(NAMESPACE).resource(renewed).update();
        }
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
