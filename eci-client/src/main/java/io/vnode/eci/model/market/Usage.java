package io.vnode.eci.model.market;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the account has used of its quotas in a region.
 *
 * @param amounts used amounts and limits by ECI's names, for example {@code UsedCpu} and {@code MaxCpu}
 */
public record Usage(Map<String, Double> amounts) {

    public Usage {
        amounts = Map.copyOf(amounts);
    }

    /** vCPUs in use; null if ECI does not say. */
    public @Nullable Double usedCpu() {
        return amounts.get("UsedCpu");
    }

    /** The most vCPUs that may be in use; null if ECI does not say. */
    public @Nullable Double maxCpu() {
        return amounts.get("MaxCpu");
    }
}
