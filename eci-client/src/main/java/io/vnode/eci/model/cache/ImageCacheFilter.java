package io.vnode.eci.model.cache;

import io.vnode.eci.model.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which image caches to list: those that fit everything that is given.
 *
 * @param id their id
 * @param name their name
 * @param image an image in them
 * @param snapshotId their snapshot
 * @param resourceGroupId their resource group
 * @param tags what they carry
 * @param matchImages images to look for the best caches of, at most 100
 * @param fullMatch whether only caches with all of those images count
 * @param matchCount how many of those images must be there
 */
public record ImageCacheFilter(
        @Nullable String id,
        @Nullable String name,
        @Nullable String image,
        @Nullable String snapshotId,
        @Nullable String resourceGroupId,
        Map<String, String> tags,
        List<String> matchImages,
        @Nullable Boolean fullMatch,
        @Nullable Integer matchCount) {
    public ImageCacheFilter {
        matchImages = List.copyOf(matchImages);
        tags = Map.copyOf(tags);
        Limits.atMost("images to match", matchImages, 100);
    }
    /** Starts from all caches of the region. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link ImageCacheFilter} together. */
    public static final class Builder {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String image;
        private @Nullable String snapshotId;
        private @Nullable String resourceGroupId;
        private Map<String, String> tags = Map.of();
        private List<String> matchImages = List.of();
        private @Nullable Boolean fullMatch;
        private @Nullable Integer matchCount;

        private Builder() {}

        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder image(@Nullable String image) {
            this.image = image;
            return this;
        }

        public Builder snapshotId(@Nullable String snapshotId) {
            this.snapshotId = snapshotId;
            return this;
        }

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder matchImages(List<String> matchImages) {
            this.matchImages = matchImages;
            return this;
        }

        public Builder fullMatch(@Nullable Boolean fullMatch) {
            this.fullMatch = fullMatch;
            return this;
        }

        public Builder matchCount(@Nullable Integer matchCount) {
            this.matchCount = matchCount;
            return this;
        }

        public ImageCacheFilter build() {
            return new ImageCacheFilter(
                    id, name, image, snapshotId, resourceGroupId, tags, matchImages, fullMatch, matchCount);
        }
    }
}
