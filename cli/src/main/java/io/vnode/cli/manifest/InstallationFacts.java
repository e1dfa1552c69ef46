package io.vnode.cli.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask for the container groups of an installation. Written to the credentials Secret, the last object to be
 * removed, so that ECI can still be asked when the StatefulSet is gone.
 *
 * @param clusterId id of the cluster
 * @param regionId region
 * @param endpoint where ECI answers; empty for the region's public endpoint
 */
public record InstallationFacts(String clusterId, String regionId, String endpoint) {

    private static final String CLUSTER_ID = "vnode.io/cluster-id";
    private static final String REGION = "vnode.io/region";
    private static final String ENDPOINT = "vnode.io/endpoint";

    static InstallationFacts of(AddonSettings settings) {
        return new InstallationFacts(settings.clusterId(), settings.regionId(), settings.endpoint());
    }

    /** Reads the annotations of the Secret; null when they are not there. */
    public static @Nullable InstallationFacts from(@Nullable Map<String, String> annotations) {
        if (annotations == null || !annotations.containsKey(CLUSTER_ID) || !annotations.containsKey(REGION)) {
            return null;
        }
        return new InstallationFacts(
                annotations.getOrDefault(CLUSTER_ID, ""),
                annotations.getOrDefault(REGION, ""),
                annotations.getOrDefault(ENDPOINT, ""));
    }

    Map<String, String> toAnnotations() {
        return Map.of(CLUSTER_ID, clusterId, REGION, regionId, ENDPOINT, endpoint);
    }
}
