package io.vnode.eci.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ECI runs for one pod, as ECI describes it.
 *
 * @param id {@code eci-…}, unique
 * @param name as given at creation; not unique
 * @param regionId its region
 * @param zoneId its zone, once it has one
 * @param vSwitchId the vSwitch it got its address from
 * @param securityGroupId its security group
 * @param resourceGroupId its resource group
 * @param ramRoleName the RAM role whose rights its containers have
 * @param status where it is in its life
 * @param cpu vCPUs
 * @param memory GiB
 * @param tags as given at creation
 * @param intranetIp its address in the VPC, once it has one
 * @param internetIp its elastic address, if it has one
 * @param network how it meets its network
 * @param instance what it runs on, and how it was bought
 * @param restartPolicy what happens to containers that end
 * @param creationTime when ECI took the request
 * @param succeededTime when it ended well
 * @param failedTime when it ended badly
 * @param expiredTime when it expired
 * @param containers its containers
 * @param initContainers its init containers
 * @param volumes its volumes
 * @param sysctls its kernel settings
 * @param events what ECI noticed, at most 50
 */
public record ContainerGroup(
        String id,
        String name,
        @Nullable String regionId,
        @Nullable String zoneId,
        @Nullable String vSwitchId,
        @Nullable String securityGroupId,
        @Nullable String resourceGroupId,
        @Nullable String ramRoleName,
        ContainerGroupStatus status,
        double cpu,
        double memory,
        Map<String, String> tags,
        @Nullable String intranetIp,
        @Nullable String internetIp,
        GroupNetwork network,
        GroupInstance instance,
        @Nullable RestartPolicy restartPolicy,
        @Nullable Instant creationTime,
        @Nullable Instant succeededTime,
        @Nullable Instant failedTime,
        @Nullable Instant expiredTime,
        List<Container> containers,
        List<Container> initContainers,
        List<GroupVolume> volumes,
        List<NamedValue> sysctls,
        List<Event> events) {
    public ContainerGroup {
        containers = List.copyOf(containers);
        initContainers = List.copyOf(initContainers);
        volumes = List.copyOf(volumes);
        sysctls = List.copyOf(sysctls);
        events = List.copyOf(events);
        tags = Map.copyOf(tags);
    }
    /** Starts from a group of which no more is known than these three. */
    public static Builder builder(String id, String name, ContainerGroupStatus status) {
        return new Builder(id, name, status);
    }
    /** Shows which group is meant and how it is. */
    @Override
    public String toString() {
        return "ContainerGroup[%s, %s, %s]".formatted(id, name, status);
    }

    /** Puts a {@link ContainerGroup} together. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final ContainerGroupStatus status;
        private @Nullable String regionId;
        private @Nullable String zoneId;
        private @Nullable String vSwitchId;
        private @Nullable String securityGroupId;
        private @Nullable String resourceGroupId;
        private @Nullable String ramRoleName;
        private double cpu;
        private double memory;
        private Map<String, String> tags = Map.of();
        private @Nullable String intranetIp;
        private @Nullable String internetIp;
        private GroupNetwork network = GroupNetwork.UNKNOWN;
        private GroupInstance instance = GroupInstance.UNKNOWN;
        private @Nullable RestartPolicy restartPolicy;
        private @Nullable Instant creationTime;
        private @Nullable Instant succeededTime;
        private @Nullable Instant failedTime;
        private @Nullable Instant expiredTime;
        private List<Container> containers = List.of();
        private List<Container> initContainers = List.of();
        private List<GroupVolume> volumes = List.of();
        private List<NamedValue> sysctls = List.of();
        private List<Event> events = List.of();

        private Builder(String id, String name, ContainerGroupStatus status) {
            this.id = id;
            this.name = name;
            this.status = status;
        }

        public Builder regionId(@Nullable String regionId) {
            this.regionId = regionId;
            return this;
        }

        public Builder zoneId(@Nullable String zoneId) {
            this.zoneId = zoneId;
            return this;
        }

        public Builder vSwitchId(@Nullable String vSwitchId) {
            this.vSwitchId = vSwitchId;
            return this;
        }

        public Builder securityGroupId(@Nullable String securityGroupId) {
            this.securityGroupId = securityGroupId;
            return this;
        }

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder ramRoleName(@Nullable String ramRoleName) {
            this.ramRoleName = ramRoleName;
            return this;
        }

        public Builder cpu(double cpu) {
            this.cpu = cpu;
            return this;
        }

        public Builder memory(double memory) {
            this.memory = memory;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder intranetIp(@Nullable String intranetIp) {
            this.intranetIp = intranetIp;
            return this;
        }

        public Builder internetIp(@Nullable String internetIp) {
            this.internetIp = internetIp;
            return this;
        }

        public Builder network(GroupNetwork network) {
            this.network = network;
            return this;
        }

        public Builder instance(GroupInstance instance) {
            this.instance = instance;
            return this;
        }

        public Builder restartPolicy(@Nullable RestartPolicy restartPolicy) {
            this.restartPolicy = restartPolicy;
            return this;
        }

        public Builder creationTime(@Nullable Instant creationTime) {
            this.creationTime = creationTime;
            return this;
        }

        public Builder succeededTime(@Nullable Instant succeededTime) {
            this.succeededTime = succeededTime;
            return this;
        }

        public Builder failedTime(@Nullable Instant failedTime) {
            this.failedTime = failedTime;
            return this;
        }

        public Builder expiredTime(@Nullable Instant expiredTime) {
            this.expiredTime = expiredTime;
            return this;
        }

        public Builder containers(List<Container> containers) {
            this.containers = containers;
            return this;
        }

        public Builder initContainers(List<Container> initContainers) {
            this.initContainers = initContainers;
            return this;
        }

        public Builder volumes(List<GroupVolume> volumes) {
            this.volumes = volumes;
            return this;
        }

        public Builder sysctls(List<NamedValue> sysctls) {
            this.sysctls = sysctls;
            return this;
        }

        public Builder events(List<Event> events) {
            this.events = events;
            return this;
        }

        public ContainerGroup build() {
            return new ContainerGroup(
                    id,
                    name,
                    regionId,
                    zoneId,
                    vSwitchId,
                    securityGroupId,
                    resourceGroupId,
                    ramRoleName,
                    status,
                    cpu,
                    memory,
                    tags,
                    intranetIp,
                    internetIp,
                    network,
                    instance,
                    restartPolicy,
                    creationTime,
                    succeededTime,
                    failedTime,
                    expiredTime,
                    containers,
                    initContainers,
                    volumes,
                    sysctls,
                    events);
        }
    }
}
