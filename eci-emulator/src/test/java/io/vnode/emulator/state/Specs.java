package io.vnode.emulator.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Container groups for tests. */
final class Specs {

    private Specs() {}

    static ContainerSpec container(String name, String... command) {
        return new ContainerSpec(
                name,
                "nginx:1.27",
                null,
                null,
                null,
                null,
                null,
                List.of(command),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                new ContainerSpec.Terminal(false, false, false),
                null,
                null,
                new ContainerSpec.Security(false, null, List.of()));
    }

    static GroupSpec group(RestartPolicy policy, ContainerSpec... containers) {
        return group(policy, List.of(), List.of(containers));
    }

    static GroupSpec group(RestartPolicy policy, List<ContainerSpec> initContainers, List<ContainerSpec> containers) {
        return new GroupSpec(
                "web",
                "sg-sandbox",
                Size.DEFAULT,
                policy,
                Duration.ofSeconds(30),
                Map.of(),
                containers,
                initContainers,
                List.of(),
                new GroupSpec.Network(null, List.of(), List.of(), List.of(), List.of()),
                GroupSpec.Terms.NONE,
                new GroupSpec.Extras(null, null, null, null, null, null, null, List.of()));
    }

    static PlacementWish wish(String... vSwitchIds) {
        return new PlacementWish(List.of(vSwitchIds), false, List.of(new Capacity(Size.DEFAULT, null)), null);
    }

    static ContainerSpec withVariable(ContainerSpec container, String key, String value) {
        return new ContainerSpec(
                container.name(),
                container.image(),
                container.cpu(),
                container.memory(),
                container.gpu(),
                container.imagePullPolicy(),
                container.workingDir(),
                container.command(),
                container.args(),
                List.of(new ContainerSpec.EnvironmentVariable(key, value, null)),
                false,
                container.ports(),
                container.mounts(),
                container.terminal(),
                container.readinessProbe(),
                container.livenessProbe(),
                container.security());
    }

    /** A container that its variable tells what to do. */
    static ContainerSpec profiled(String name, String profile, String... command) {
        return withVariable(container(name, command), "EMULATOR_PROFILE", profile);
    }

    static ContainerSpec withProbes(
            ContainerSpec container, ContainerSpec.Probe readinessProbe, ContainerSpec.Probe livenessProbe) {
        return new ContainerSpec(
                container.name(),
                container.image(),
                container.cpu(),
                container.memory(),
                container.gpu(),
                container.imagePullPolicy(),
                container.workingDir(),
                container.command(),
                container.args(),
                container.environment(),
                false,
                container.ports(),
                container.mounts(),
                container.terminal(),
                readinessProbe,
                livenessProbe,
                container.security());
    }

    static ContainerSpec.Probe probe(int initialDelay, int period, int failures) {
        return new ContainerSpec.Probe(initialDelay, period, 1, 1, failures, List.of("true"), null, null);
    }

    static GroupSpec withTerms(GroupSpec spec, GroupSpec.Terms terms) {
        return new GroupSpec(
                spec.name(),
                spec.securityGroupId(),
                spec.size(),
                spec.restartPolicy(),
                spec.terminationGrace(),
                spec.tags(),
                spec.containers(),
                spec.initContainers(),
                spec.volumes(),
                spec.network(),
                terms,
                spec.extras());
    }
}
