package io.vnode.eci.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of a container group that is pending or runs. Changed containers are made anew in place.
 *
 * @param containerGroupId the group
 * @param clientToken makes repeating the request harmless; ASCII, 1 to 64 characters
 * @param mode what becomes of what is not named here
 * @param cpu vCPUs of the group; null for no change
 * @param memory GiB of the group; null for no change
 * @param restartPolicy null for no change
 * @param resourceGroupId null for no change
 * @param tags empty for none named
 * @param dns where names are looked up
 * @param containers all containers that the group is to have; empty for none named
 * @param initContainers all init containers that the group is to have; empty for none named
 * @param volumes volumes, without cloud disks and file modes, which ECI does not take here
 * @param registryCredentials users of image registries, at most 10
 * @param acrRegistries registries that need no password
 */
public record UpdateContainerGroupRequest(
        String containerGroupId,
        String clientToken,
        UpdateMode mode,
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        @Nullable RestartPolicy restartPolicy,
        @Nullable String resourceGroupId,
        Map<String, String> tags,
        DnsConfig dns,
        List<ContainerSpec> containers,
        List<ContainerSpec> initContainers,
        List<Volume> volumes,
        List<RegistryCredential> registryCredentials,
        List<AcrRegistry> acrRegistries) {
    public UpdateContainerGroupRequest {
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        registryCredentials = List.copyOf(registryCredentials);
        acrRegistries = List.copyOf(acrRegistries);
        tags = Map.copyOf(tags);
        Limits.clientToken(clientToken);
        Limits.tags(tags);
        ContainerLimits.checkInUpdate(containers, initContainers);
        VolumeLimits.checkInUpdate(volumes);
        Limits.atMost("registry credentials", registryCredentials, 10);
    }
    /** Starts from no change. */
    public static Builder builder(String containerGroupId, String clientToken) {
        return new Builder(containerGroupId, clientToken);
    }
    /** Shows which group is meant, not what changes. */
    @Override
    public String toString() {
        return "UpdateContainerGroupRequest[%s, %s]".formatted(containerGroupId, clientToken);
    }

    /** Puts a {@link UpdateContainerGroupRequest} together. */
    public static final class Builder {
        private final String containerGroupId;
        private final String clientToken;
        private UpdateMode mode = UpdateMode.INCREMENTAL;
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private @Nullable RestartPolicy restartPolicy;
        private @Nullable String resourceGroupId;
        private Map<String, String> tags = Map.of();
        private DnsConfig dns = DnsConfig.EMPTY;
        private List<ContainerSpec> containers = List.of();
        private List<ContainerSpec> initContainers = List.of();
        private List<Volume> volumes = List.of();
        private List<RegistryCredential> registryCredentials = List.of();
        private List<AcrRegistry> acrRegistries = List.of();

        private Builder(String containerGroupId, String clientToken) {
            this.containerGroupId = containerGroupId;
            this.clientToken = clientToken;
        }

        public Builder mode(UpdateMode mode) {
            this.mode = mode;
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

        public Builder restartPolicy(@Nullable RestartPolicy restartPolicy) {
            this.restartPolicy = restartPolicy;
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

        public Builder dns(DnsConfig dns) {
            this.dns = dns;
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

        public Builder acrRegistries(List<AcrRegistry> acrRegistries) {
            this.acrRegistries = acrRegistries;
            return this;
        }

        public UpdateContainerGroupRequest build() {
            return new UpdateContainerGroupRequest(
                    containerGroupId,
                    clientToken,
                    mode,
                    cpu,
                    memory,
                    restartPolicy,
                    resourceGroupId,
                    tags,
                    dns,
                    containers,
                    initContainers,
                    volumes,
                    registryCredentials,
                    acrRegistries);
        }
    }
}
