package io.vnode.eci.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A container group to create.
 *
 * @param name 2 to 128 lower-case letters, digits and hyphens, none of them at the ends
 * @param clientToken makes repeating the request harmless; ASCII, 1 to {@value #MAX_CLIENT_TOKEN_LENGTH} characters
 * @param vSwitchIds 1 to 10 vSwitches of one VPC; ECI moves on to the next when one has no stock or addresses
 * @param securityGroupId security group of the same VPC; up to five of one kind, comma separated
 * @param resourceGroupId resource group; null for the account's default
 * @param tags at most {@value #MAX_TAGS}, in this order
 * @param restartPolicy what happens to containers that end
 * @param terminationGracePeriodSeconds time between the request to end and the end; null for ECI's default
 * @param activeDeadlineSeconds the group is stopped after this time; null for never
 * @param cpu vCPUs of the group; null for the sum of its containers
 * @param memory GiB of the group; null for the sum of its containers
 * @param containers at least one, at most {@value #MAX_CONTAINERS}
 * @param initContainers run one after the other before the containers
 * @param volumes what containers can mount, at most {@value #MAX_VOLUMES}
 * @param registryCredentials users of image registries, at most 10
 * @param scheduling where to look for room
 * @param instance what it runs on
 * @param networking how it meets its network
 * @param images how images come to it
 * @param system how the system below the containers is set up
 * @param ramRoleName the RAM role whose rights the containers have
 * @param dataCache its data cache
 */
public record CreateContainerGroupRequest(
        String name,
        String clientToken,
        List<String> vSwitchIds,
        String securityGroupId,
        @Nullable String resourceGroupId,
        SequencedMap<String, String> tags,
        RestartPolicy restartPolicy,
        @Nullable Long terminationGracePeriodSeconds,
        @Nullable Long activeDeadlineSeconds,
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        List<ContainerSpec> containers,
        List<ContainerSpec> initContainers,
        List<Volume> volumes,
        List<RegistryCredential> registryCredentials,
        Scheduling scheduling,
        InstanceOptions instance,
        Networking networking,
        ImageOptions images,
        SystemOptions system,
        @Nullable String ramRoleName,
        @Nullable DataCache dataCache) {

    /** The longest client token that ECI takes. */
    public static final int MAX_CLIENT_TOKEN_LENGTH = 64;

    /** The most tags that ECI takes. */
    public static final int MAX_TAGS = 20;

    /** The most vSwitches that ECI takes. */
    public static final int MAX_VSWITCHES = 10;

    /** The most containers that ECI takes, and the most init containers. */
    public static final int MAX_CONTAINERS = 20;

    /** The most volumes that ECI takes. */
    public static final int MAX_VOLUMES = 20;

    public CreateContainerGroupRequest {
        vSwitchIds = List.copyOf(vSwitchIds);
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        registryCredentials = List.copyOf(registryCredentials);
        tags = new LinkedHashMap<>(tags);
        Limits.require(
                name.matches("(?=.{2,128}$)[a-z0-9][a-z0-9-]*[a-z0-9]"),
                "name '%s' is not of 2 to 128 lower-case letters, digits and inner hyphens".formatted(name));
        Limits.clientToken(clientToken);
        Limits.vSwitches(vSwitchIds);
        Limits.require(!securityGroupId.isBlank(), "no security group");
        Limits.tags(tags);
        Limits.within("terminationGracePeriodSeconds", terminationGracePeriodSeconds, 0, Integer.MAX_VALUE);
        Limits.within("activeDeadlineSeconds", activeDeadlineSeconds, 1, Long.MAX_VALUE);
        Limits.require(!containers.isEmpty(), "no container");
        ContainerLimits.checkAtCreation(containers, initContainers);
        VolumeLimits.check(volumes);
        Limits.atMost("registry credentials", registryCredentials, 10);
    }

    /** The tags; changing the map changes nothing here. */
    @Override
    public SequencedMap<String, String> tags() {
        return new LinkedHashMap<>(tags);
    }
    /** Starts from a group with nothing but a name and a client token. */
    public static Builder builder(String name, String clientToken) {
        return new Builder(name, clientToken);
    }
    /** Shows which group is meant, not what is in it. */
    @Override
    public String toString() {
        return "CreateContainerGroupRequest[%s, %s]".formatted(name, clientToken);
    }

    /** Puts a {@link CreateContainerGroupRequest} together. */
    public static final class Builder {
        private final String name;
        private final String clientToken;
        private List<String> vSwitchIds = List.of();
        private String securityGroupId = "";
        private @Nullable String resourceGroupId;
        private Map<String, String> tags = Map.of();
        private RestartPolicy restartPolicy = RestartPolicy.ALWAYS;
        private @Nullable Long terminationGracePeriodSeconds;
        private @Nullable Long activeDeadlineSeconds;
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private List<ContainerSpec> containers = List.of();
        private List<ContainerSpec> initContainers = List.of();
        private List<Volume> volumes = List.of();
        private List<RegistryCredential> registryCredentials = List.of();
        private Scheduling scheduling = Scheduling.ANYWHERE;
        private InstanceOptions instance = InstanceOptions.ANY;
        private Networking networking = Networking.PLAIN;
        private ImageOptions images = ImageOptions.PULLED;
        private SystemOptions system = SystemOptions.USUAL;
        private @Nullable String ramRoleName;
        private @Nullable DataCache dataCache;

        private Builder(String name, String clientToken) {
            this.name = name;
            this.clientToken = clientToken;
        }

        public Builder vSwitchIds(List<String> vSwitchIds) {
            this.vSwitchIds = vSwitchIds;
            return this;
        }

        public Builder securityGroupId(String securityGroupId) {
            this.securityGroupId = securityGroupId;
            return this;
        }

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder restartPolicy(RestartPolicy restartPolicy) {
            this.restartPolicy = restartPolicy;
            return this;
        }

        public Builder terminationGracePeriodSeconds(@Nullable Long terminationGracePeriodSeconds) {
            this.terminationGracePeriodSeconds = terminationGracePeriodSeconds;
            return this;
        }

        public Builder activeDeadlineSeconds(@Nullable Long activeDeadlineSeconds) {
            this.activeDeadlineSeconds = activeDeadlineSeconds;
            return this;
        }

        public Builder cpu(@Nullable BigDecimal cpu) {
            this.cpu = cpu;
            return this;
        }

        public Builder memory(@Nullable BigDecimal memory) {
            this.memory = memory;
            return this;
        }

        public Builder containers(List<ContainerSpec> containers) {
            this.containers = containers;
            return this;
        }

        public Builder initContainers(List<ContainerSpec> initContainers) {
            this.initContainers = initContainers;
            return this;
        }

        public Builder volumes(List<Volume> volumes) {
            this.volumes = volumes;
            return this;
        }

        public Builder registryCredentials(List<RegistryCredential> registryCredentials) {
            this.registryCredentials = registryCredentials;
            return this;
        }

        public Builder scheduling(Scheduling scheduling) {
            this.scheduling = scheduling;
            return this;
        }

        public Builder instance(InstanceOptions instance) {
            this.instance = instance;
            return this;
        }

        public Builder networking(Networking networking) {
            this.networking = networking;
            return this;
        }

        public Builder images(ImageOptions images) {
            this.images = images;
            return this;
        }

        public Builder system(SystemOptions system) {
            this.system = system;
            return this;
        }

        public Builder ramRoleName(@Nullable String ramRoleName) {
            this.ramRoleName = ramRoleName;
            return this;
        }

        public Builder dataCache(@Nullable DataCache dataCache) {
            this.dataCache = dataCache;
            return this;
        }

        public CreateContainerGroupRequest build() {
            return new CreateContainerGroupRequest(
                    name,
                    clientToken,
                    vSwitchIds,
                    securityGroupId,
                    resourceGroupId,
                    new LinkedHashMap<>(tags),
                    restartPolicy,
                    terminationGracePeriodSeconds,
                    activeDeadlineSeconds,
                    cpu,
                    memory,
                    containers,
                    initContainers,
                    volumes,
                    registryCredentials,
                    scheduling,
                    instance,
                    networking,
                    images,
                    system,
                    ramRoleName,
                    dataCache);
        }
    }
}
