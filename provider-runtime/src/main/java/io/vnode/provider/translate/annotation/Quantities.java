package io.vnode.provider.translate.annotation;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts that are written as Kubernetes quantities. */
final class Quantities {

    private static final long LEAST_BANDWIDTH = 1_000L;
    private static final long MOST_BANDWIDTH = 1_000_000_000_000_000L;
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Quantities() {}

    /** A bandwidth, within the bounds that Kubernetes gives to these annotations. */
    static @Nullable Long bitsPerSecond(String text) {
        long bits = amount(text).longValueExact();
        return bits >= LEAST_BANDWIDTH && bits <= MOST_BANDWIDTH ? bits : null;
    }

    /** Whole GiB, rounded up. */
    static @Nullable Integer gib(String text, int least, int most) {
        BigDecimal gib = amount(text).divide(GIB, 0, RoundingMode.CEILING);
        boolean within = gib.compareTo(BigDecimal.valueOf(least)) >= 0 && gib.compareTo(BigDecimal.valueOf(most)) <= 0;
        return within ? gib.intValueExact() : null;
    }

    private static BigDecimal amount(String text) {
        return Quantity.getAmountInBytes(Quantity.parse(text));
    }
}
