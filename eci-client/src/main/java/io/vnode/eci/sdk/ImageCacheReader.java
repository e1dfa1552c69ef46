package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.cache.ImageCache;

/** Reads image caches. */
final class ImageCacheReader {

    private ImageCacheReader() {}

    static ImageCache read(Fields cache) {
        return ImageCache.builder(
                        cache.text("ImageCacheId"),
                        cache.textOrEmpty("ImageCacheName"),
                        ImageCache.Status.of(cache.text("Status")))
                .progress(cache.optionalText("Progress"))
                .images(cache.texts("Images"))
                .containerGroupId(cache.optionalText("ContainerGroupId"))
                .snapshotId(cache.optionalText("SnapshotId"))
                .flashSnapshotId(cache.optionalText("FlashSnapshotId"))
                .sizeGib(cache.integer("ImageCacheSize"))
                .eliminationStrategy(cache.optionalText("EliminationStrategy"))
                .regionId(cache.optionalText("RegionId"))
                .resourceGroupId(cache.optionalText("ResourceGroupId"))
                .creationTime(cache.time("CreationTime"))
                .expireTime(cache.time("ExpireDateTime"))
                .lastMatchedTime(cache.time("LastMatchedTime"))
                .tags(ContainerGroupReader.tags(cache))
                .events(cache.list("Events", ContainerGroupReader::event))
                .build();
    }
}
