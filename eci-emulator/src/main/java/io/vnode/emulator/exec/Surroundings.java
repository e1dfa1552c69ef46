package io.vnode.emulator.exec;

import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupSpec;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a command in a container finds there.
 *
 * @param hostName of the container group
 * @param workingDirectory where commands start, an absolute path
 * @param environment the variables, in the order in which they were given
 * @param files what can be read
 */
record Surroundings(String hostName, String workingDirectory, Map<String, String> environment, ContainerFiles files) {

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final int READABLE = 0644;

    Surroundings {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    static Surroundings of(GroupSnapshot group, ContainerSnapshot container) {
        ContainerSpec spec = container.spec();
        String directory = spec.workingDir();
        return new Surroundings(
                group.spec().name(),
                directory == null ? "/" : ContainerFiles.absolute("/", directory),
                environment(group, spec),
                files(group, spec));
    }

    private static Map<String, String> environment(GroupSnapshot group, ContainerSpec spec) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", PATH);
        environment.put("HOSTNAME", group.spec().name());
        environment.put("HOME", "/root");
        spec.environment()
                .forEach(variable -> environment.put(
                        variable.key(),
                        "status.podIP".equals(variable.fieldPath())
                                ? group.placement().address()
                                : variable.value()));
        return environment;
    }

    private static ContainerFiles files(GroupSnapshot group, ContainerSpec spec) {
        ContainerFiles files = new ContainerFiles();
        files.put("/etc/hostname", bytes(group.spec().name() + "\n"), READABLE);
        files.put("/etc/hosts", bytes(hosts(group)), READABLE);
        files.put("/etc/resolv.conf", bytes(resolver(group.spec().network())), READABLE);
        files.mount(spec.mounts(), group.spec().volumes());
        return files;
    }

    private static String hosts(GroupSnapshot group) {
        StringBuilder hosts = new StringBuilder("127.0.0.1\tlocalhost\n");
        hosts.append(
                "%s\t%s\n".formatted(group.placement().address(), group.spec().name()));
        for (GroupSpec.HostAlias alias : group.spec().network().hostAliases()) {
            hosts.append("%s\t%s\n".formatted(alias.ip(), String.join(" ", alias.hostnames())));
        }
        return hosts.toString();
    }

    private static String resolver(GroupSpec.Network network) {
        StringBuilder resolver = new StringBuilder();
        if (!network.searches().isEmpty()) {
            resolver.append("search ")
                    .append(String.join(" ", network.searches()))
                    .append('\n');
        }
        network.nameServers()
                .forEach(server -> resolver.append("nameserver ").append(server).append('\n'));
        network.dnsOptions().forEach(option -> resolver.append("options ")
                .append(option.value().isEmpty() ? option.name() : option.name() + ":" + option.value())
                .append('\n'));
        return resolver.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
