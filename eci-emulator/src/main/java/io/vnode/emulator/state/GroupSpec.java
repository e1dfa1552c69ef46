package io.vnode.emulator.state;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A container group as it was asked for, checked and with defaults filled in. */
public record GroupSpec(
        String name,
        String securityGroupId,
        Size size,
        RestartPolicy restartPolicy,
        Duration terminationGrace,
        Map<String, String> tags,
        List<ContainerSpec> containers,
        List<ContainerSpec> initContainers,
        List<VolumeSpec> volumes,
        Network network,
        Extras extras) {

    /** Copies the collections; tags keep their order. */
    public GroupSpec {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
    }

    /** How the group resolves names. */
    public record Network(
            @Nullable String dnsPolicy,
            List<String> nameServers,
            List<String> searches,
            List<NameValue> dnsOptions,
            List<HostAlias> hostAliases) {

        /** Copies the lists. */
        public Network {
            nameServers = List.copyOf(nameServers);
            searches = List.copyOf(searches);
            dnsOptions = List.copyOf(dnsOptions);
            hostAliases = List.copyOf(hostAliases);
        }
    }

    /** A name and its value. */
    public record NameValue(String name, String value) {}

    /** A line of the hosts file. */
    public record HostAlias(String ip, List<String> hostnames) {

        /** Copies the list. */
        public HostAlias {
            hostnames = List.copyOf(hostnames);
        }
    }

    /** What is kept only to be told again. */
    public record Extras(
            @Nullable String resourceGroupId,
            @Nullable String ramRoleName,
            @Nullable String instanceType,
            @Nullable String spotStrategy,
            @Nullable Double spotPriceLimit,
            @Nullable Long ephemeralStorage) {}
}
