package io.vnode.eci.model.status;

import io.vnode.eci.model.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which container groups to ask about: those that fit everything that is given.
 *
 * @param containerGroupIds their ids, any number; empty for all
 * @param tags what they carry
 * @param vSwitchId where their address is from
 * @param zoneId their zone
 * @param resourceGroupId their resource group
 * @param sinceSeconds only what changed so recently
 */
public record GroupSelection(
        List<String> containerGroupIds,
        Map<String, String> tags,
        @Nullable String vSwitchId,
        @Nullable String zoneId,
        @Nullable String resourceGroupId,
        @Nullable Integer sinceSeconds) {
    public GroupSelection {
        containerGroupIds = List.copyOf(containerGroupIds);
        tags = Map.copyOf(tags);
        Limits.within("sinceSeconds", sinceSeconds, 1, Integer.MAX_VALUE);
    }
    /** Starts from all groups of the region. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link GroupSelection} together. */
    public static final class Builder {
        private List<String> containerGroupIds = List.of();
        private Map<String, String> tags = Map.of();
        private @Nullable String vSwitchId;
        private @Nullable String zoneId;
        private @Nullable String resourceGroupId;
        private @Nullable Integer sinceSeconds;

        private Builder() {}

        public Builder containerGroupIds(List<String> containerGroupIds) {
            this.containerGroupIds = containerGroupIds;
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

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder sinceSeconds(@Nullable Integer sinceSeconds) {
            this.sinceSeconds = sinceSeconds;
            return this;
        }

        public GroupSelection build() {
            return new GroupSelection(containerGroupIds, tags, vSwitchId, zoneId, resourceGroupId, sinceSeconds);
        }
    }
}
