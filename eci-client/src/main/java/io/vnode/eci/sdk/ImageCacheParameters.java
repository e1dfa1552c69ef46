package io.vnode.eci.sdk;

import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCacheFilter;

/** Writes orders of image caches and searches for them. */
final class ImageCacheParameters {

    private ImageCacheParameters() {}

    static ActionRequest create(CreateImageCacheRequest request) {
        ActionRequest sdk = new ActionRequest("CreateImageCache");
        sdk.parameters()
                .put("ImageCacheName", request.name())
                .put("ClientToken", request.clientToken())
                .texts("Image", request.images())
                .put("SecurityGroupId", request.securityGroupId())
                .joined("VSwitchId", request.vSwitchIds())
                .put("ZoneId", request.zoneId())
                .put("EipInstanceId", request.elasticIp() instanceof ElasticIp.Existing it ? it.instanceId() : null)
                .put("ResourceGroupId", request.resourceGroupId())
                .each("ImageRegistryCredential", request.registryCredentials(), CreateParameters::credential)
                .each("AcrRegistryInfo", request.acrRegistries(), CreateParameters::acrRegistry)
                .joined("PlainHttpRegistry", request.plainHttpRegistries())
                .joined("InsecureRegistry", request.insecureRegistries())
                .put("ImageCacheSize", request.sizeGib())
                .put("RetentionDays", request.retentionDays())
                .put("AutoMatchImageCache", request.autoMatchImageCache())
                .put("EliminationStrategy", Boolean.TRUE.equals(request.evictable()) ? "LRU" : null)
                .put("Flash", request.flash())
                .put("FlashCopyCount", request.flashCopyCount())
                .put("StandardCopyCount", request.standardCopyCount())
                .ifPresent(request.osType(), (it, os) -> it.put("OsType", os.word()))
                .put("Annotations", request.annotations())
                .tags(request.tags());
        return sdk;
    }

    static ActionRequest describe(ImageCacheFilter filter) {
        ActionRequest sdk = new ActionRequest("DescribeImageCaches");
        sdk.parameters()
                .put("ImageCacheId", filter.id())
                .put("ImageCacheName", filter.name())
                .put("Image", filter.image())
                .put("SnapshotId", filter.snapshotId())
                .put("ResourceGroupId", filter.resourceGroupId())
                .tags(filter.tags())
                .texts("MatchImage", filter.matchImages())
                .put("ImageFullMatch", filter.fullMatch())
                .put("ImageMatchCountRequest", filter.matchCount());
        return sdk;
    }
}
