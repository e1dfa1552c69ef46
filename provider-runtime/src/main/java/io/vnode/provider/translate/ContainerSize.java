package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How big a container is in ECI: its limits, else its requests, else what ECI's documentation gives to a container without
 * either.
 *
 * @param cpu vCPUs
 * @param memory GiB
 */
record ContainerSize(BigDecimal cpu, BigDecimal memory) {

    private static final BigDecimal DEFAULT_CPU = BigDecimal.ONE;
    private static final BigDecimal DEFAULT_MEMORY = BigDecimal.TWO;
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);
    private static final int SCALE = 3;

    static ContainerSize of(Container container) {
        ResourceRequirements resources = container.getResources();
        BigDecimal cpu = amount(resources, "cpu");
        BigDecimal bytes = amount(resources, "memory");
        return new ContainerSize(
                cpu == null ? DEFAULT_CPU : rounded(cpu),
                bytes == null ? DEFAULT_MEMORY : rounded(bytes.divide(GIB, SCALE, RoundingMode.CEILING)));
    }

    private static @Nullable BigDecimal amount(@Nullable ResourceRequirements resources, String name) {
        if (resources == null) {
            return null;
        }
        Quantity quantity = orEmpty(resources.getLimits())
                .getOrDefault(name, orEmpty(resources.getRequests()).get(name));
        BigDecimal amount = quantity == null ? BigDecimal.ZERO : quantity.getNumericalAmount();
        return amount.signum() > 0 ? amount : null;
    }

    private static Map<String, Quantity> orEmpty(@Nullable Map<String, Quantity> amounts) {
        return amounts == null ? Map.of() : amounts;
    }

    /** Up to three decimals, never down: a container gets at least what it asked for. */
    private static BigDecimal rounded(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(SCALE, RoundingMode.CEILING).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
