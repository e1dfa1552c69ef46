package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registry of Container Registry Enterprise Edition from which images are pulled without a password.
 *
 * @param instanceId id of the registry
 * @param regionId its region; null for the group's
 * @param instanceName its name
 * @param domains its host names; empty for all
 * @param serviceRoleArn role of the account that pulls, when the registry is another account's
 * @param userRoleArn role of the account that owns the registry
 */
public record AcrRegistry(
        @Nullable String instanceId,
        @Nullable String regionId,
        @Nullable String instanceName,
        List<String> domains,
        @Nullable String serviceRoleArn,
        @Nullable String userRoleArn) {
    public AcrRegistry {
        domains = List.copyOf(domains);
    }

    /** A registry of this account in the region of the group. */
    public static AcrRegistry of(String instanceId) {
        return new AcrRegistry(instanceId, null, null, List.of(), null, null);
    }
}
