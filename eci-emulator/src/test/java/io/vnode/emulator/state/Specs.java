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
                new GroupSpec.Extras(null, null, null, null, null, null));
    }
}
