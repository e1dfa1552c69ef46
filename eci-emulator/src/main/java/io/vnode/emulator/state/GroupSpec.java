package io.vnode.emulator.state;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Terms terms,
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

    /** What is wrong with the profiles of its containers, as a sentence; null when nothing is. */
    public @Nullable String profileObjection() {
        try {
            containers.forEach(container -> Profile.of(this, container));
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** The same group, with images that are there before anything is pulled. */
    public GroupSpec withCachedImages(Set<String> images) {
        return new GroupSpec(
                name,
                securityGroupId,
                size,
                restartPolicy,
                terminationGrace,
                tags,
                containers,
                initContainers,
                volumes,
                network,
                new Terms(
                        terms.activeDeadline(),
                        terms.spot(),
                        terms.autoCreateEip(),
                        terms.eipInstanceId(),
                        terms.ipv6(),
                        images),
                extras);
    }

    /** The same group, bought as something else. */
    GroupSpec boughtAs(Capacity capacity) {
        return new GroupSpec(
                name,
                securityGroupId,
                capacity.size(),
                restartPolicy,
                terminationGrace,
                tags,
                containers,
                initContainers,
                volumes,
                network,
                terms,
                extras.withInstanceType(capacity.instanceType()));
    }

    /**
     * What comes with the group, and what ends it.
     *
     * @param activeDeadline how long it may be active; null for as long as it likes
     * @param spot its terms on the spot market; null for a group that stays
     * @param autoCreateEip whether it gets an elastic IP of its own
     * @param eipInstanceId the elastic IP that it gets; null for none
     * @param ipv6 whether it gets an IPv6 address
     * @param cachedImages images that are there before anything is pulled
     */
    public record Terms(
            @Nullable Duration activeDeadline,
            @Nullable Spot spot,
            boolean autoCreateEip,
            @Nullable String eipInstanceId,
            boolean ipv6,
            Set<String> cachedImages) {

        /** Nothing special. */
        public static final Terms NONE = new Terms(null, null, false, null, false, Set.of());

        /** Copies the set. */
        public Terms {
            cachedImages = Set.copyOf(cachedImages);
        }
    }

    /** What is kept only to be told again; the instance type is the one that was bought. */
    public record Extras(
            @Nullable String resourceGroupId,
            @Nullable String ramRoleName,
            @Nullable String instanceType,
            @Nullable String spotStrategy,
            @Nullable Double spotPriceLimit,
            @Nullable Long ephemeralStorage,
            @Nullable String computeCategory,
            List<NameValue> sysctls) {

        /** Copies the list. */
        public Extras {
            sysctls = List.copyOf(sysctls);
        }

        /** The same, in another resource group; in the same one for null. */
        public Extras withResourceGroup(@Nullable String changed) {
            return new Extras(
                    changed == null ? resourceGroupId : changed,
                    ramRoleName,
                    instanceType,
                    spotStrategy,
                    spotPriceLimit,
                    ephemeralStorage,
                    computeCategory,
                    sysctls);
        }

        Extras withInstanceType(@Nullable String bought) {
            return new Extras(
                    resourceGroupId,
                    ramRoleName,
                    bought,
                    spotStrategy,
                    spotPriceLimit,
                    ephemeralStorage,
                    computeCategory,
                    sysctls);
        }
    }
}
