package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container group runs on, beyond vCPUs and memory.
 *
 * @param instanceTypes ECS instance types, tried in order; empty to go by size
 * @param computeCategories classes of hardware, the preferred first
 * @param architecture null for AMD64
 * @param osType null for Linux
 * @param cpuOptions null for the type's own
 * @param gpuDriverVersion for example {@code tesla=525.85.12}
 * @param ephemeralStorage GiB of disk beyond what is free of charge
 * @param overheadReservation whether the system's own need is added to the size
 * @param spot null for the full price
 */
public record InstanceOptions(
        List<String> instanceTypes,
        List<ComputeCategory> computeCategories,
        @Nullable CpuArchitecture architecture,
        @Nullable OsType osType,
        @Nullable CpuOptions cpuOptions,
        @Nullable String gpuDriverVersion,
        @Nullable Integer ephemeralStorage,
        @Nullable Boolean overheadReservation,
        @Nullable SpotOptions spot) {

    /** Whatever fits the size. */
    public static final InstanceOptions ANY = builder().build();

    public InstanceOptions {
        instanceTypes = List.copyOf(instanceTypes);
        computeCategories = List.copyOf(computeCategories);
        Limits.within("ephemeralStorage", ephemeralStorage, 0, 32_768);
    }
    /** Starts from whatever fits the size. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link InstanceOptions} together. */
    public static final class Builder {
        private List<String> instanceTypes = List.of();
        private List<ComputeCategory> computeCategories = List.of();
        private @Nullable CpuArchitecture architecture;
        private @Nullable OsType osType;
        private @Nullable CpuOptions cpuOptions;
        private @Nullable String gpuDriverVersion;
        private @Nullable Integer ephemeralStorage;
        private @Nullable Boolean overheadReservation;
        private @Nullable SpotOptions spot;

        private Builder() {}

        public Builder instanceTypes(List<String> instanceTypes) {
            this.instanceTypes = instanceTypes;
            return this;
        }

        public Builder computeCategories(List<ComputeCategory> computeCategories) {
            this.computeCategories = computeCategories;
            return this;
        }

        public Builder architecture(@Nullable CpuArchitecture architecture) {
            this.architecture = architecture;
            return this;
        }

        public Builder osType(@Nullable OsType osType) {
            this.osType = osType;
            return this;
        }

        public Builder cpuOptions(@Nullable CpuOptions cpuOptions) {
            this.cpuOptions = cpuOptions;
            return this;
        }

        public Builder gpuDriverVersion(@Nullable String gpuDriverVersion) {
            this.gpuDriverVersion = gpuDriverVersion;
            return this;
        }

        public Builder ephemeralStorage(@Nullable Integer ephemeralStorage) {
            this.ephemeralStorage = ephemeralStorage;
            return this;
        }

        public Builder overheadReservation(@Nullable Boolean overheadReservation) {
            this.overheadReservation = overheadReservation;
            return this;
        }

        public Builder spot(@Nullable SpotOptions spot) {
            this.spot = spot;
            return this;
        }

        public InstanceOptions build() {
            return new InstanceOptions(
                    instanceTypes,
                    computeCategories,
                    architecture,
                    osType,
                    cpuOptions,
                    gpuDriverVersion,
                    ephemeralStorage,
                    overheadReservation,
                    spot);
        }
    }
}
