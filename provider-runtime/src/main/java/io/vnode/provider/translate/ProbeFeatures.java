package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import org.jspecify.annotations.Nullable;

/** Finds what ECI lacks to watch a container, and to do when it starts and stops. */
final class ProbeFeatures {

    private final Findings found;
    private final Container container;
    private final String at;

    ProbeFeatures(Findings found, Container container, String at) {
        this.found = found;
        this.container = container;
        this.at = at;
    }

    void lookAt() {
        lookAt(container.getLivenessProbe(), at + "livenessProbe.");
        lookAt(container.getReadinessProbe(), at + "readinessProbe.");
        found.addIf(container.getStartupProbe() != null, ProbeFeature.STARTUP_PROBE, at + "startupProbe");
        Lifecycle lifecycle = container.getLifecycle();
        if (lifecycle != null) {
            lookAt(lifecycle.getPostStart(), at + "lifecycle.postStart.");
            lookAt(lifecycle.getPreStop(), at + "lifecycle.preStop.");
            found.addIf(lifecycle.getStopSignal() != null, ProbeFeature.STOP_SIGNAL, at + "lifecycle.stopSignal");
        }
    }

    private void lookAt(@Nullable Probe probe, String field) {
        if (probe == null) {
            return;
        }
        found.addIf(probe.getGrpc() != null, ProbeFeature.GRPC_PROBE, field + "grpc");
        Integer successes = probe.getSuccessThreshold();
        found.addIf(successes != null && successes > 1, ProbeFeature.SUCCESS_THRESHOLD, field + "successThreshold");
        found.addIf(
                probe.getTerminationGracePeriodSeconds() != null,
                ProbeFeature.PROBE_GRACE_PERIOD,
                field + "terminationGracePeriodSeconds");
        HTTPGetAction get = probe.getHttpGet();
        if (get != null) {
            found.addIf(isSaid(get.getHost()), ProbeFeature.PROBE_HOST, field + "httpGet.host");
            found.addIf(!get.getHttpHeaders().isEmpty(), ProbeFeature.PROBE_HEADERS, field + "httpGet.httpHeaders");
            lookAt(get, field);
        }
        TCPSocketAction socket = probe.getTcpSocket();
        if (socket != null) {
            found.addIf(isSaid(socket.getHost()), ProbeFeature.PROBE_HOST, field + "tcpSocket.host");
            lookAt(socket.getPort(), field + "tcpSocket.port");
        }
    }

    private void lookAt(@Nullable LifecycleHandler hook, String field) {
        if (hook == null) {
            return;
        }
        found.addIf(hook.getSleep() != null, ProbeFeature.SLEEP_HOOK, field + "sleep");
        if (hook.getHttpGet() != null) {
            lookAt(hook.getHttpGet(), field);
        }
        if (hook.getTcpSocket() != null) {
            lookAt(hook.getTcpSocket().getPort(), field + "tcpSocket.port");
        }
    }

    private void lookAt(HTTPGetAction get, String field) {
        found.addIf(isSaid(get.getProtocol()), ProbeFeature.HTTP_PROTOCOL, field + "httpGet.protocol");
        lookAt(get.getPort(), field + "httpGet.port");
    }

    private void lookAt(IntOrString port, String field) {
        found.addIf(NamedPorts.find(container, port) == null, ProbeFeature.NAMED_PORT, field);
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
