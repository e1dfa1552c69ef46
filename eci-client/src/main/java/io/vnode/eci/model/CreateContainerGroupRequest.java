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
 * @param name 2 to 128 lower-case letters, digits and hyphens
 * @param clientToken makes repeating the request harmless; ASCII, 1 to {@value #MAX_CLIENT_TOKEN_LENGTH} characters
 * @param vSwitchIds 1 to 10 vSwitches of one VPC; ECI moves on to the next when one has no stock or addresses
 * @param securityGroupId security group of the same VPC
 * @param resourceGroupId resource group; null for the account's default
 * @param tags at most {@value #MAX_TAGS}, in this order
 * @param restartPolicy what happens to containers that end
 * @param terminationGracePeriodSeconds time between the request to end and the end; null for ECI's default
 * @param cpu vCPUs of the group; null for the sum of its containers
 * @param memory GiB of the group; null for the sum of its containers
 * @param containers at least one
 * @param initContainers run one after the other before the containers
 * @param volumes what containers can mount
 * @param registryCredentials users of image registries
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
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        List<ContainerSpec> containers,
        List<ContainerSpec> initContainers,
        List<Volume> volumes,
        List<RegistryCredential> registryCredentials) {

    /** The longest client token that ECI takes. */
    public static final int MAX_CLIENT_TOKEN_LENGTH = 64;

    /** The most tags that ECI takes. */
    public static final int MAX_TAGS = 20;

    /** The most vSwitches that ECI takes. */
    public static final int MAX_VSWITCHES = 10;

    public CreateContainerGroupRequest {
        vSwitchIds = List.copyOf(vSwitchIds);
        tags = new LinkedHashMap<>(tags);
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        registryCredentials = List.copyOf(registryCredentials);
        require(name.length() >= 2 && name.length() <= 128, "name '%s' has not 2 to 128 characters".formatted(name));
        require(
                clientToken.matches("\\p{ASCII}{1," + MAX_CLIENT_TOKEN_LENGTH + "}"),
                "client token '%s' is not 1 to %d ASCII characters".formatted(clientToken, MAX_CLIENT_TOKEN_LENGTH));
        require(
                !vSwitchIds.isEmpty() && vSwitchIds.size() <= MAX_VSWITCHES,
                "%d vSwitches; ECI takes 1 to %d".formatted(vSwitchIds.size(), MAX_VSWITCHES));
        require(!securityGroupId.isBlank(), "no security group");
        require(tags.size() <= MAX_TAGS, "%d tags; ECI takes %d at most".formatted(tags.size(), MAX_TAGS));
        require(!containers.isEmpty(), "no container");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
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
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private List<ContainerSpec> containers = List.of();
        private List<ContainerSpec> initContainers = List.of();
        private List<Volume> volumes = List.of();
        private List<RegistryCredential> registryCredentials = List.of();

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
                    cpu,
                    memory,
                    containers,
                    initContainers,
                    volumes,
                    registryCredentials);
        }
    }
}
