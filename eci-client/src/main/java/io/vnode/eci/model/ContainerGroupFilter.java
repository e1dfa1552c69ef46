package io.vnode.eci.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which container groups to list: those that fit everything that is given.
 *
 * @param name their name
 * @param status where they are in their life
 * @param tags what they carry
 * @param vSwitchId where their address is from
 * @param zoneId their zone
 * @param securityGroupId their security group
 * @param resourceGroupId their resource group
 * @param computeCategory the class of their hardware
 * @param withEvents whether to tell what ECI noticed of them
 */
public record ContainerGroupFilter(
        @Nullable String name,
        @Nullable ContainerGroupStatus status,
        Map<String, String> tags,
        @Nullable String vSwitchId,
        @Nullable String zoneId,
        @Nullable String securityGroupId,
        @Nullable String resourceGroupId,
        @Nullable ComputeCategory computeCategory,
        boolean withEvents) {
    public ContainerGroupFilter {
        tags = Map.copyOf(tags);
        Limits.require(
                status != ContainerGroupStatus.UNRECOGNISED,
                "a status that this version does not know cannot be asked for");
    }
    /** Starts from all groups of the region. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link ContainerGroupFilter} together. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable ContainerGroupStatus status;
        private Map<String, String> tags = Map.of();
        private @Nullable String vSwitchId;
        private @Nullable String zoneId;
        private @Nullable String securityGroupId;
        private @Nullable String resourceGroupId;
        private @Nullable ComputeCategory computeCategory;
        private boolean withEvents;

        private Builder() {}

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder status(@Nullable ContainerGroupStatus status) {
            this.status = status;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder vSwitchId(@Nullable String vSwitchId) {
            this.vSwitchId = vSwitchId;
            return this;
        }

        public Builder zoneId(@Nullable String zoneId) {
            this.zoneId = zoneId;
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

        public Builder computeCategory(@Nullable ComputeCategory computeCategory) {
            this.computeCategory = computeCategory;
            return this;
        }

        public Builder withEvents(boolean withEvents) {
            this.withEvents = withEvents;
            return this;
        }

        public ContainerGroupFilter build() {
            return new ContainerGroupFilter(
                    name,
                    status,
                    tags,
                    vSwitchId,
                    zoneId,
                    securityGroupId,
                    resourceGroupId,
                    computeCategory,
                    withEvents);
        }
    }
}
