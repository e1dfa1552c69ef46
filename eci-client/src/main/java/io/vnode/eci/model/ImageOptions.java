package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How images come to a container group.
 *
 * @param imageCacheId the image cache to start from
 * @param autoMatchImageCache whether ECI looks for an image cache that fits
 * @param accelerateMode a way to start before the whole image is there
 * @param acrRegistries registries that need no password
 * @param plainHttpRegistries own registries to speak HTTP with
 * @param insecureRegistries own registries whose certificates are not checked
 */
public record ImageOptions(
        @Nullable String imageCacheId,
        @Nullable Boolean autoMatchImageCache,
        @Nullable ImageAccelerateMode accelerateMode,
        List<AcrRegistry> acrRegistries,
        List<String> plainHttpRegistries,
        List<String> insecureRegistries) {

    /** Pulled from their registries. */
    public static final ImageOptions PULLED = builder().build();

    public ImageOptions {
        acrRegistries = List.copyOf(acrRegistries);
        plainHttpRegistries = List.copyOf(plainHttpRegistries);
        insecureRegistries = List.copyOf(insecureRegistries);
    }
    /** Starts from images that are pulled from their registries. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link ImageOptions} together. */
    public static final class Builder {
        private @Nullable String imageCacheId;
        private @Nullable Boolean autoMatchImageCache;
        private @Nullable ImageAccelerateMode accelerateMode;
        private List<AcrRegistry> acrRegistries = List.of();
        private List<String> plainHttpRegistries = List.of();
        private List<String> insecureRegistries = List.of();

        private Builder() {}

        public Builder imageCacheId(@Nullable String imageCacheId) {
            this.imageCacheId = imageCacheId;
            return this;
        }

        public Builder autoMatchImageCache(@Nullable Boolean autoMatchImageCache) {
            this.autoMatchImageCache = autoMatchImageCache;
            return this;
        }

        public Builder accelerateMode(@Nullable ImageAccelerateMode accelerateMode) {
            this.accelerateMode = accelerateMode;
            return this;
        }

        public Builder acrRegistries(List<AcrRegistry> acrRegistries) {
            this.acrRegistries = acrRegistries;
            return this;
        }

        public Builder plainHttpRegistries(List<String> plainHttpRegistries) {
            this.plainHttpRegistries = plainHttpRegistries;
            return this;
        }

        public Builder insecureRegistries(List<String> insecureRegistries) {
            this.insecureRegistries = insecureRegistries;
            return this;
        }

        public ImageOptions build() {
            return new ImageOptions(
                    imageCacheId,
                    autoMatchImageCache,
                    accelerateMode,
                    acrRegistries,
                    plainHttpRegistries,
                    insecureRegistries);
        }
    }
}
