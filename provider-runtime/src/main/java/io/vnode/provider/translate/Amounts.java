package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much of a resource is asked for. Nothing and zero are the same. */
final class Amounts {

    static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private static final int DECIMALS = 3;

    private Amounts() {}

    static @Nullable BigDecimal limit(Container container, String resource) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? null : amount(resources.getLimits(), resource);
    }

    static @Nullable BigDecimal request(Container container, String resource) {
        ResourceRequirements resources = container.getResources();
        return resources == null ? null : amount(resources.getRequests(), resource);
    }

    /** The limit, else the request. */
    static @Nullable BigDecimal limitOrRequest(@Nullable ResourceRequirements resources, String resource) {
        if (resources == null) {
            return null;
        }
        BigDecimal limit = amount(resources.getLimits(), resource);
        return limit == null ? amount(resources.getRequests(), resource) : limit;
    }

    /** Bytes as GiB, up to three decimals, never down. */
    static BigDecimal gib(BigDecimal bytes) {
        return rounded(bytes.divide(GIB, DECIMALS, RoundingMode.CEILING));
    }

    /** Up to three decimals, never down: a container gets at least what it asked for. */
    static BigDecimal rounded(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(DECIMALS, RoundingMode.CEILING).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private static @Nullable BigDecimal amount(@Nullable Map<String, Quantity> amounts, String resource) {
        Quantity quantity = amounts == null ? null : amounts.get(resource);
        BigDecimal amount = quantity == null ? BigDecimal.ZERO : quantity.getNumericalAmount();
        return amount.signum() > 0 ? amount : null;
    }
}
