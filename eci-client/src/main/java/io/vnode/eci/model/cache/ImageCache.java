package io.vnode.eci.model.cache;

import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Images that ECI keeps ready.
 *
 * @param id {@code imc-…}, unique
 * @param name as given
 * @param status where it is in its life
 * @param progress for example {@code 75%}
 * @param images what is in it
 * @param containerGroupId the group that pulled the images
 * @param snapshotId its snapshot
 * @param flashSnapshotId its quick snapshot
 * @param sizeGib its size
 * @param eliminationStrategy how it gives way to others
 * @param regionId its region
 * @param resourceGroupId its resource group
 * @param creationTime when it was ordered
 * @param expireTime when it goes
 * @param lastMatchedTime when a group last started from it
 * @param tags as given
 * @param events what ECI noticed
 */
public record ImageCache(
        String id,
        String name,
        Status status,
        @Nullable String progress,
        List<String> images,
        @Nullable String containerGroupId,
        @Nullable String snapshotId,
        @Nullable String flashSnapshotId,
        @Nullable Integer sizeGib,
        @Nullable String eliminationStrategy,
        @Nullable String regionId,
        @Nullable String resourceGroupId,
        @Nullable Instant creationTime,
        @Nullable Instant expireTime,
        @Nullable Instant lastMatchedTime,
        Map<String, String> tags,
        List<Event> events) {
    public ImageCache {
        images = List.copyOf(images);
        events = List.copyOf(events);
        tags = Map.copyOf(tags);
    }

    /** Where an image cache is in its life. */
    public enum Status {
        PREPARING("Preparing"),
        CREATING("Creating"),
        READY("Ready"),
        FAILED("Failed"),
        UPDATING("Updating"),
        UPDATE_FAILED("UpdateFailed"),
        /** A word that this version does not know. */
        UNRECOGNISED("");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** Reads ECI's word. */
        public static Status of(String word) {
            for (Status status : values()) {
                if (status != UNRECOGNISED && status.word.equals(word)) {
                    return status;
                }
            }
            return UNRECOGNISED;
        }
    }
    /** Starts from a cache of which no more is known than these three. */
    public static Builder builder(String id, String name, Status status) {
        return new Builder(id, name, status);
    }
    /** Puts a {@link ImageCache} together. */
    public static final class Builder {
        private final String id;
        private final String name;
        private final Status status;
        private @Nullable String progress;
        private List<String> images = List.of();
        private @Nullable String containerGroupId;
        private @Nullable String snapshotId;
        private @Nullable String flashSnapshotId;
        private @Nullable Integer sizeGib;
        private @Nullable String eliminationStrategy;
        private @Nullable String regionId;
        private @Nullable String resourceGroupId;
        private @Nullable Instant creationTime;
        private @Nullable Instant expireTime;
        private @Nullable Instant lastMatchedTime;
        private Map<String, String> tags = Map.of();
        private List<Event> events = List.of();

        private Builder(String id, String name, Status status) {
            this.id = id;
            this.name = name;
            this.status = status;
        }

        public Builder progress(@Nullable String progress) {
            this.progress = progress;
            return this;
        }

        public Builder images(List<String> images) {
            this.images = images;
            return this;
        }

        public Builder containerGroupId(@Nullable String containerGroupId) {
            this.containerGroupId = containerGroupId;
            return this;
        }

        public Builder snapshotId(@Nullable String snapshotId) {
            this.snapshotId = snapshotId;
            return this;
        }

        public Builder flashSnapshotId(@Nullable String flashSnapshotId) {
            this.flashSnapshotId = flashSnapshotId;
            return this;
        }

        public Builder sizeGib(@Nullable Integer sizeGib) {
            this.sizeGib = sizeGib;
            return this;
        }

        public Builder eliminationStrategy(@Nullable String eliminationStrategy) {
            this.eliminationStrategy = eliminationStrategy;
            return this;
        }

        public Builder regionId(@Nullable String regionId) {
            this.regionId = regionId;
            return this;
        }

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder creationTime(@Nullable Instant creationTime) {
            this.creationTime = creationTime;
            return this;
        }

        public Builder expireTime(@Nullable Instant expireTime) {
            this.expireTime = expireTime;
            return this;
        }

        public Builder lastMatchedTime(@Nullable Instant lastMatchedTime) {
            this.lastMatchedTime = lastMatchedTime;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder events(List<Event> events) {
            this.events = events;
            return this;
        }

        public ImageCache build() {
            return new ImageCache(
                    id,
                    name,
                    status,
                    progress,
                    images,
                    containerGroupId,
                    snapshotId,
                    flashSnapshotId,
                    sizeGib,
                    eliminationStrategy,
                    regionId,
                    resourceGroupId,
                    creationTime,
                    expireTime,
                    lastMatchedTime,
                    tags,
                    events);
        }
    }
}
