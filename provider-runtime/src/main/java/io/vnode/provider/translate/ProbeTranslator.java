package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.vnode.eci.model.Probe;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The probes of a container. */
final class ProbeTranslator {

    private static final int USUAL_PERIOD = 10;
    private static final int USUAL_FAILURES = 3;

    private ProbeTranslator() {}

    static @Nullable Probe readiness(Container container) {
        return probe(container, container.getReadinessProbe(), 0);
    }

    /** Until a startup probe has had all its chances, the container must not be judged by its liveness. */
    static @Nullable Probe liveness(Container container) {
        return probe(container, container.getLivenessProbe(), longestStart(container.getStartupProbe()));
    }

    private static int longestStart(io.fabric8.kubernetes.api.model.@Nullable Probe startup) {
        return startup == null
                ? 0
                : Objects.requireNonNullElse(startup.getInitialDelaySeconds(), 0)
                        + Objects.requireNonNullElse(startup.getPeriodSeconds(), USUAL_PERIOD)
                                * Objects.requireNonNullElse(startup.getFailureThreshold(), USUAL_FAILURES);
    }

    private static @Nullable Probe probe(
            Container container, io.fabric8.kubernetes.api.model.@Nullable Probe probe, int atLeast) {
        if (probe == null) {
            return null;
        }
        int delay = Math.max(Objects.requireNonNullElse(probe.getInitialDelaySeconds(), 0), atLeast);
        return Probe.builder(handler(container, probe))
                .initialDelaySeconds(delay == 0 ? null : delay)
                .periodSeconds(probe.getPeriodSeconds())
                .timeoutSeconds(probe.getTimeoutSeconds())
                .failureThreshold(probe.getFailureThreshold())
                .build();
    }

    private static Probe.Handler handler(Container container, io.fabric8.kubernetes.api.model.Probe probe) {
        HTTPGetAction get = probe.getHttpGet();
        if (get != null) {
            return new Probe.Handler.HttpGet(
                    get.getPath(), NamedPorts.number(container, get.getPort()), get.getScheme());
        }
        TCPSocketAction socket = probe.getTcpSocket();
        if (socket != null) {
            return new Probe.Handler.TcpSocket(NamedPorts.number(container, socket.getPort()));
        }
        ExecAction exec = probe.getExec();
        if (exec != null) {
            return new Probe.Handler.Exec(exec.getCommand());
        }
        throw new IllegalArgumentException("a probe of container %s asks nothing".formatted(container.getName()));
    }
}
