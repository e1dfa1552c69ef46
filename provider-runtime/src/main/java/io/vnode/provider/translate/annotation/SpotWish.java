package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.SpotStrategy;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a container group is to be a spot group.
 *
 * @param offer how to bid; null for the full price
 * @param fallback whether the full price is paid when there is no spot stock
 * @param evict whether the pod is evicted, rather than left to ECI, when ECI warns that it takes the group back
 */
public record SpotWish(@Nullable SpotOptions offer, boolean fallback, boolean evict) {

    private static final Pattern PRICE = Pattern.compile("[0-9]+(\\.[0-9]{1,3})?");
    private static final Pattern API_EVICT = Pattern.compile("api-evict");

    static SpotWish read(AnnotationReader reader) {
        SpotStrategy strategy = reader.parsed(PodAnnotation.SPOT_STRATEGY, SpotStrategy::of);
        BigDecimal limit = reader.parsed(PodAnnotation.SPOT_PRICE_LIMIT, SpotWish::price);
        Integer hours = reader.wholeNumber(PodAnnotation.SPOT_DURATION, 0, 1);
        boolean fallback = reader.isTrue(PodAnnotation.SPOT_FALLBACK);
        boolean evict = reader.matching(PodAnnotation.SPOT_RELEASE_STRATEGY, API_EVICT) != null;

        boolean spot = strategy != null && strategy != SpotStrategy.NO_SPOT;
        boolean limited = strategy == SpotStrategy.SPOT_WITH_PRICE_LIMIT;
        if (limited && !reader.has(PodAnnotation.SPOT_PRICE_LIMIT)) {
            reader.refuseAsIncomplete(PodAnnotation.SPOT_STRATEGY, PodAnnotation.SPOT_PRICE_LIMIT);
        }
        if (!reader.has(PodAnnotation.SPOT_STRATEGY) || strategy != null) {
            reader.refuseUnless(limited, PodAnnotation.SPOT_PRICE_LIMIT);
            reader.refuseUnless(spot, PodAnnotation.SPOT_DURATION);
            reader.refuseUnless(spot || !fallback, PodAnnotation.SPOT_FALLBACK);
        }
        SpotOptions offer = strategy == null || !spot || (limited && limit == null)
                ? null
                : new SpotOptions(strategy, limited ? limit : null, hours == null ? null : hours.longValue(), null);
        return new SpotWish(offer, fallback, evict);
    }

    private static @Nullable BigDecimal price(String text) {
        BigDecimal price = PRICE.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
        return price.signum() > 0 ? price : null;
    }
}
