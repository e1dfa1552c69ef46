package io.vnode.emulator.imagecache;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image cache as it was asked for.
 *
 * @param name need not be unique
 * @param images what is on it
 * @param size in GiB
 * @param retentionDays how long it is kept; null for ever
 * @param autoMatch whether it was made for groups that ask for any cache that fits
 * @param flash whether it is usable sooner
 * @param evictable whether it may go when there are too many, the longest unused one first
 * @param resourceGroupId null for the default one
 * @param tags in their order
 */
public record CacheSpec(
        String name,
        List<String> images,
        int size,
        @Nullable Integer retentionDays,
        boolean autoMatch,
        boolean flash,
        boolean evictable,
        @Nullable String resourceGroupId,
        Map<String, String> tags) {

    /** Copies the collections. */
    public CacheSpec {
        images = List.copyOf(images);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }
}
