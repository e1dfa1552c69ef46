package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * The data cache of a container group.
 *
 * @param bucket its bucket
 * @param performanceLevel {@code PL0} to {@code PL3}; null for {@code PL1}
 * @param provisionedIops operations per second
 * @param burstingEnabled whether there may be more for a while
 */
public record DataCache(
        String bucket,
        @Nullable String performanceLevel,
        @Nullable Long provisionedIops,
        @Nullable Boolean burstingEnabled) {
    public DataCache {
        Limits.within("provisionedIops", provisionedIops, 0, Long.MAX_VALUE);
        Limits.require(
                performanceLevel == null || performanceLevel.matches("PL[0-3]"),
                "performance level '%s' is not one of PL0 to PL3".formatted(performanceLevel));
    }
}
