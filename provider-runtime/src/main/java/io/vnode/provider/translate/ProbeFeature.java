package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for to watch a container, and to do when it starts and stops. */
public enum ProbeFeature implements PodFeature {
    PROBE(
            TRANSLATED,
            "`exec`, `httpGet` and `tcpSocket` with delay, period, timeout and failures as written; named ports become numbers",
            "spec.containers[].livenessProbe",
            "spec.containers[].readinessProbe"),
    STARTUP_PROBE(
            TRANSLATED,
            "the liveness probe waits as long as the startup probe would at most; without a liveness probe nothing takes its place",
            "spec.containers[].startupProbe"),
    GRPC_PROBE(
            REFUSED,
            "use `exec` with a gRPC client, or `tcpSocket`",
            "spec.containers[].livenessProbe.grpc",
            "spec.containers[].readinessProbe.grpc"),
    PROBE_HOST(
            REFUSED,
            "ECI asks the pod itself; to ask another host use `exec`",
            "spec.containers[].livenessProbe.httpGet.host",
            "spec.containers[].livenessProbe.tcpSocket.host"),
    PROBE_HEADERS(
            REFUSED,
            "ECI sends no headers of its own; use `exec` with an HTTP client",
            "spec.containers[].livenessProbe.httpGet.httpHeaders"),
    HTTP_PROTOCOL(
            REFUSED,
            "ECI speaks plain HTTP/1.1; use `exec` with an HTTP client",
            "spec.containers[].livenessProbe.httpGet.protocol"),
    SUCCESS_THRESHOLD(IGNORED, "the first good answer counts", "spec.containers[].readinessProbe.successThreshold"),
    PROBE_GRACE_PERIOD(
            IGNORED, "the pod's grace period counts", "spec.containers[].livenessProbe.terminationGracePeriodSeconds"),
    NAMED_PORT(
            REFUSED,
            "the container has no port of that name; name one in `ports` or use its number",
            "spec.containers[].livenessProbe.httpGet.port (unknown name)"),
    HOOK(
            TRANSLATED,
            "`exec`, `httpGet` with headers and `tcpSocket` as written; named ports become numbers",
            "spec.containers[].lifecycle.postStart",
            "spec.containers[].lifecycle.preStop"),
    SLEEP_HOOK(
            REFUSED,
            "use `exec` with `sleep` and the seconds",
            "spec.containers[].lifecycle.preStop.sleep",
            "spec.containers[].lifecycle.postStart.sleep"),
    STOP_SIGNAL(
            IGNORED,
            "the signal that the image names, else SIGTERM, is sent; send another in a `preStop` hook",
            "spec.containers[].lifecycle.stopSignal");

    private final Handling handling;

    ProbeFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
