package io.vnode.eci.model.market;

import io.vnode.eci.model.ComputeCategory;
import io.vnode.eci.model.Limits;
import io.vnode.eci.model.SpotOptions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the price of.
 *
 * @param cpu vCPUs; null to go by instance type
 * @param memory GiB; null to go by instance type
 * @param instanceType ECS instance type; null to go by size
 * @param zoneId null for any zone
 * @param ephemeralStorage GiB of disk beyond what is free of charge
 * @param computeCategory class of hardware
 * @param spot null for the full price
 */
public record PriceQuery(
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        @Nullable String instanceType,
        @Nullable String zoneId,
        @Nullable Integer ephemeralStorage,
        @Nullable ComputeCategory computeCategory,
        @Nullable SpotOptions spot) {
    public PriceQuery {
        Limits.require(
                (cpu != null && memory != null) || instanceType != null,
                "a price needs vCPUs and memory, or an instance type");
    }
    /** Starts from nothing; a size or an instance type must follow. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link PriceQuery} together. */
    public static final class Builder {
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private @Nullable String instanceType;
        private @Nullable String zoneId;
        private @Nullable Integer ephemeralStorage;
        private @Nullable ComputeCategory computeCategory;
        private @Nullable SpotOptions spot;

        private Builder() {}

        public Builder cpu(@Nullable BigDecimal cpu) {
            this.cpu = cpu;
            return this;
        }

        public Builder memory(@Nullable BigDecimal memory) {
            this.memory = memory;
            return this;
        }

        public Builder instanceType(@Nullable String instanceType) {
            this.instanceType = instanceType;
            return this;
        }

        public Builder zoneId(@Nullable String zoneId) {
            this.zoneId = zoneId;
            return this;
        }

        public Builder ephemeralStorage(@Nullable Integer ephemeralStorage) {
            this.ephemeralStorage = ephemeralStorage;
            return this;
        }

        public Builder computeCategory(@Nullable ComputeCategory computeCategory) {
            this.computeCategory = computeCategory;
            return this;
        }

        public Builder spot(@Nullable SpotOptions spot) {
            this.spot = spot;
            return this;
        }

        public PriceQuery build() {
            return new PriceQuery(cpu, memory, instanceType, zoneId, ephemeralStorage, computeCategory, spot);
        }
    }
}
