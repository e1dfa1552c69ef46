package io.vnode.emulator.imagecache;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down about image caches, enough to have them again after the emulator was killed. */
public sealed interface CacheRecord {

    /** A cache was asked for. */
    record Created(
            long number,
            String id,
            String snapshotId,
            CacheSpec spec,
            String helperGroupId,
            Instant time,
            @Nullable String token,
            String fingerprint)
            implements CacheRecord {}

    /** Its helper group has pulled the images. */
    record Prepared(String id, Instant time) implements CacheRecord {}

    /** It will never be ready. */
    record Failed(String id, Instant time, String message) implements CacheRecord {}

    /** A container group was created with it. */
    record Used(String id, Instant time) implements CacheRecord {}

    /** It is gone. */
    record Removed(String id) implements CacheRecord {}
}
