package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the system below the containers is set up.
 *
 * @param sysctls kernel settings that ECI calls safe
 * @param hostSysctls kernel settings that ECI calls unsafe
 * @param corePattern where core dumps go; a path, not a pipe
 * @param shareProcessNamespace whether containers see the processes of one another
 * @param containerResourceView whether containers see their own limits in place of the machine's
 * @param slsEnable collection of logs by environment variables; only the old API knows it
 */
public record SystemOptions(
        List<NamedValue> sysctls,
        List<NamedValue> hostSysctls,
        @Nullable String corePattern,
        @Nullable Boolean shareProcessNamespace,
        @Nullable Boolean containerResourceView,
        @Nullable Boolean slsEnable) {

    /** As ECI does it. */
    public static final SystemOptions USUAL = builder().build();

    public SystemOptions {
        sysctls = List.copyOf(sysctls);
        hostSysctls = List.copyOf(hostSysctls);
        Limits.require(
                corePattern == null || (!corePattern.isBlank() && !corePattern.startsWith("|")),
                "core pattern '%s' is not a path".formatted(corePattern));
    }
    /** Starts from the system as ECI sets it up. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link SystemOptions} together. */
    public static final class Builder {
        private List<NamedValue> sysctls = List.of();
        private List<NamedValue> hostSysctls = List.of();
        private @Nullable String corePattern;
        private @Nullable Boolean shareProcessNamespace;
        private @Nullable Boolean containerResourceView;
        private @Nullable Boolean slsEnable;

        private Builder() {}

        public Builder sysctls(List<NamedValue> sysctls) {
            this.sysctls = sysctls;
            return this;
        }

        public Builder hostSysctls(List<NamedValue> hostSysctls) {
            this.hostSysctls = hostSysctls;
            return this;
        }

        public Builder corePattern(@Nullable String corePattern) {
            this.corePattern = corePattern;
            return this;
        }

        public Builder shareProcessNamespace(@Nullable Boolean shareProcessNamespace) {
            this.shareProcessNamespace = shareProcessNamespace;
            return this;
        }

        public Builder containerResourceView(@Nullable Boolean containerResourceView) {
            this.containerResourceView = containerResourceView;
            return this;
        }

        public Builder slsEnable(@Nullable Boolean slsEnable) {
            this.slsEnable = slsEnable;
            return this;
        }

        public SystemOptions build() {
            return new SystemOptions(
                    sysctls, hostSysctls, corePattern, shareProcessNamespace, containerResourceView, slsEnable);
        }
    }
}
