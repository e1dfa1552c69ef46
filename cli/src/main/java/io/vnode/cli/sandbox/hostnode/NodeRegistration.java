package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.cli.sandbox.machine.Machine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes this node known to the cluster and keeps it Ready by renewing its Lease. */
final class NodeRegistration implements AutoCloseable {

    private static final Duration RENEW = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final int LEASE_SECONDS = 40;
    private static final int MAX_PODS = 110;
    private static final int CONFLICT = 409;

    private final KubernetesClient kubernetes;
    private final HostNodeSettings settings;
    private final Clock clock;
    private final Thread heartbeat =
            Thread.ofVirtual().name("host-node-heartbeat").unstarted(this::beat);
    private @Nullable Lease lease;

    private NodeRegistration(KubernetesClient kubernetes, HostNodeSettings settings, Clock clock) {
        this.kubernetes = kubernetes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Registers the node, says that it is Ready, and goes on saying so. */
    static NodeRegistration start(KubernetesClient kubernetes, HostNodeSettings settings, Clock clock) {
        NodeRegistration registration = new NodeRegistration(kubernetes, settings, clock);
        registration.register();
        registration.heartbeat.start();
        return registration;
    }

    @Override
    public void close() {
        heartbeat.interrupt();
    }

    private void register() {
        Node node = describe();
        try {
            kubernetes.resource(node).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != CONFLICT) {
                throw e;
            }
        }
        kubernetes.resource(node).patchStatus();
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(renew() ? RENEW : RETRY);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    /** False when it did not work, as while the API server is still creating the namespace of leases. */
    private boolean renew() {
        try {
            Lease held = lease;
            lease = held == null
                    ? kubernetes.resource(newLease()).unlock().createOr(existing -> existing.patch())
                    : kubernetes.resource(renewed(held)).update();
            return true;
        } catch (KubernetesClientException _) {
            lease = null;
            return false;
        }
    }

    private Lease newLease() {
        return new LeaseBuilder()
                .withNewMetadata()
                .withName(settings.nodeName())
                .withNamespace("kube-node-lease")
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(settings.nodeName())
                .withLeaseDurationSeconds(LEASE_SECONDS)
                .withRenewTime(now())
                .endSpec()
                .build();
    }

    private Lease renewed(Lease held) {
        return new LeaseBuilder(held).editSpec().withRenewTime(now()).endSpec().build();
    }

    private ZonedDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
    }

    private Node describe() {
        Map<String, Quantity> room = Map.of(
                "cpu", new Quantity(Integer.toString(Runtime.getRuntime().availableProcessors())),
                "memory", new Quantity(Machine.memoryBytes() / 1024 + "Ki"),
                "pods", new Quantity(Integer.toString(MAX_PODS)));
        return new NodeBuilder()
                .withNewMetadata()
                .withName(settings.nodeName())
                .addToLabels("kubernetes.io/hostname", settings.nodeName())
                .addToLabels("kubernetes.io/os", "linux")
                .addToLabels("kubernetes.io/arch", Machine.architecture())
                .endMetadata()
                .withNewStatus()
                .withCapacity(room)
                .withAllocatable(room)
                .addNewAddress(settings.address(), "InternalIP")
                .addNewAddress(settings.nodeName(), "Hostname")
                .withConditions(conditions(clock.instant()))
                .withNewDaemonEndpoints()
                .withNewKubeletEndpoint(settings.kubeletPort())
                .endDaemonEndpoints()
                .withNewNodeInfo()
                .withArchitecture(Machine.architecture())
                .withOperatingSystem("linux")
                .withOsImage(System.getProperty("os.name") + " " + System.getProperty("os.version"))
                .withKernelVersion(System.getProperty("os.version"))
                .withContainerRuntimeVersion("processes://1")
                .withKubeletVersion(kubernetes.getKubernetesVersion().getGitVersion() + "-vnode-sandbox")
                .withKubeProxyVersion("")
                .withMachineID("")
                .withSystemUUID("")
                .withBootID("")
                .endNodeInfo()
                .endStatus()
                .build();
    }

    private static List<NodeCondition> conditions(Instant now) {
        return List.of(
                condition("MemoryPressure", "False", "SandboxHostDoesNotLook", now),
                condition("DiskPressure", "False", "SandboxHostDoesNotLook", now),
                condition("PIDPressure", "False", "SandboxHostDoesNotLook", now),
                condition("Ready", "True", "SandboxHostReady", now));
    }

    private static NodeCondition condition(String type, String status, String reason, Instant now) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new NodeConditionBuilder()
                .withType(type)
                .withStatus(status)
                .withReason(reason)
                .withMessage("the vnode sandbox runs the addon's pods as processes of this machine")
                .withLastHeartbeatTime(time)
                .withLastTransitionTime(time)
                .build();
    }
}
