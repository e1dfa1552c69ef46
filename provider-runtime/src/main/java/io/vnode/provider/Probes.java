package io.vnode.provider;

import io.vnode.provider.http.ProbeCheck;
import io.vnode.provider.http.Routes;
import io.vnode.provider.telemetry.Health;
import java.util.List;
import java.util.function.Supplier;

/** The probes of both processes, open to everybody: {@code /livez}, {@code /healthz} (the same) and {@code /readyz}. */
final class Probes {

    private Probes() {}

    static Routes of(Health health) {
        Supplier<List<ProbeCheck>> liveness = () -> checks(health.liveness());
        return new Routes()
                .probe("/livez", liveness)
                .probe("/healthz", liveness)
                .probe("/readyz", () -> checks(health.readiness()));
    }

    private static List<ProbeCheck> checks(List<Health.Check> checks) {
        return checks.stream()
                .map(check -> new ProbeCheck(check.name(), check.problem()))
                .toList();
    }
}
