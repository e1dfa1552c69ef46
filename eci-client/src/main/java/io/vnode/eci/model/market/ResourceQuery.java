package io.vnode.eci.model.market;

import io.vnode.eci.model.Limits;
import io.vnode.eci.model.SpotOptions;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to ask the stock of.
 *
 * @param category whether a family or a type is meant
 * @param value the family or type; null to go by size
 * @param cores vCPUs, with a type
 * @param memory GiB, with a type
 * @param spot null for the full price
 * @param zoneId null for all zones
 */
public record ResourceQuery(
        Category category,
        @Nullable String value,
        @Nullable Integer cores,
        @Nullable BigDecimal memory,
        @Nullable SpotOptions spot,
        @Nullable String zoneId) {
    public ResourceQuery {
        Limits.require(
                value != null || (category == Category.INSTANCE_TYPE && cores != null && memory != null),
                "stock is asked for by a family, a type, or a type's cores and memory");
    }

    /** What can be asked for. */
    public enum Category {
        INSTANCE_TYPE("InstanceType"),
        INSTANCE_TYPE_FAMILY("InstanceTypeFamily");

        private final String word;

        Category(String word) {
            this.word = word;
        }

        /** ECI's word. */
        public String word() {
            return word;
        }
    }
    /** Starts from a family or a type to be named. */
    public static Builder builder(Category category) {
        return new Builder(category);
    }
    /** Puts a {@link ResourceQuery} together. */
    public static final class Builder {
        private final Category category;
        private @Nullable String value;
        private @Nullable Integer cores;
        private @Nullable BigDecimal memory;
        private @Nullable SpotOptions spot;
        private @Nullable String zoneId;

        private Builder(Category category) {
            this.category = category;
        }

        public Builder value(@Nullable String value) {
            this.value = value;
            return this;
        }

        public Builder cores(@Nullable Integer cores) {
            this.cores = cores;
            return this;
        }

        public Builder memory(@Nullable BigDecimal memory) {
            this.memory = memory;
            return this;
        }

        public Builder spot(@Nullable SpotOptions spot) {
            this.spot = spot;
            return this;
        }

        public Builder zoneId(@Nullable String zoneId) {
            this.zoneId = zoneId;
            return this;
        }

        public ResourceQuery build() {
            return new ResourceQuery(category, value, cores, memory, spot, zoneId);
        }
    }
}
