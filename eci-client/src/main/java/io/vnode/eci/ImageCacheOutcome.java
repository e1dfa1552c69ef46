package io.vnode.eci;

/** What came of asking ECI for an image cache. */
public sealed interface ImageCacheOutcome
        permits ImageCacheOutcome.Accepted, CreateOutcome.OutOfStock, CreateOutcome.Rejected {

    /**
     * ECI took the request.
     *
     * @param imageCacheId the cache, which is not ready yet
     * @param containerGroupId the group that pulls the images and is paid for meanwhile; empty if ECI does not say
     * @param requestId id of the request
     */
    record Accepted(String imageCacheId, String containerGroupId, String requestId) implements ImageCacheOutcome {}
}
