package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container may do.
 *
 * @param runAsUser the user; null for the image's own
 * @param runAsGroup the group; null for the image's own
 * @param runAsNonRoot whether to refuse to run as root
 * @param privileged whether it may do anything; ECI must have approved of it
 * @param readOnlyRootFilesystem whether it may write only to volumes
 * @param addedCapabilities capabilities in addition to the usual ones; ECI has no way to take one away
 */
public record SecurityContext(
        @Nullable Long runAsUser,
        @Nullable Long runAsGroup,
        @Nullable Boolean runAsNonRoot,
        @Nullable Boolean privileged,
        @Nullable Boolean readOnlyRootFilesystem,
        List<String> addedCapabilities) {

    /** Nothing said of it. */
    public static final SecurityContext UNSPECIFIED = builder().build();

    public SecurityContext {
        addedCapabilities = List.copyOf(addedCapabilities);
    }
    /** Starts from a context of which nothing is said. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link SecurityContext} together. */
    public static final class Builder {
        private @Nullable Long runAsUser;
        private @Nullable Long runAsGroup;
        private @Nullable Boolean runAsNonRoot;
        private @Nullable Boolean privileged;
        private @Nullable Boolean readOnlyRootFilesystem;
        private List<String> addedCapabilities = List.of();

        private Builder() {}

        public Builder runAsUser(@Nullable Long runAsUser) {
            this.runAsUser = runAsUser;
            return this;
        }

        public Builder runAsGroup(@Nullable Long runAsGroup) {
            this.runAsGroup = runAsGroup;
            return this;
        }

        public Builder runAsNonRoot(@Nullable Boolean runAsNonRoot) {
            this.runAsNonRoot = runAsNonRoot;
            return this;
        }

        public Builder privileged(@Nullable Boolean privileged) {
            this.privileged = privileged;
            return this;
        }

        public Builder readOnlyRootFilesystem(@Nullable Boolean readOnlyRootFilesystem) {
            this.readOnlyRootFilesystem = readOnlyRootFilesystem;
            return this;
        }

        public Builder addedCapabilities(List<String> addedCapabilities) {
            this.addedCapabilities = addedCapabilities;
            return this;
        }

        public SecurityContext build() {
            return new SecurityContext(
                    runAsUser, runAsGroup, runAsNonRoot, privileged, readOnlyRootFilesystem, addedCapabilities);
        }
    }
}
