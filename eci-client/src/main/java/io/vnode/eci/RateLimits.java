package io.vnode.eci;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of each action the client makes at most. ECI counts per account and region, over all clients, so a client
 * that shares the account takes a {@link #share}.
 *
 * @param perAction limits by action name
 * @param others limit of each action that is not named; null for none
 */
public record RateLimits(
        Map<String, Rate> perAction, @Nullable Rate others) {

    /**
     * What ECI publishes, in calls per minute: 2,000 for describing container groups and their metrics, 1,000 for creating,
     * deleting, prices and exported templates, 200 for creating image caches, 500 for the rest.
     *
     * @see <a href="https://www.alibabacloud.com/help/en/eci/product-overview/limits">Limits of ECI</a>
     */
    public static final RateLimits PUBLISHED = new RateLimits(
            Map.of(
                    "DescribeContainerGroups", Rate.perMinute(2_000),
                    "DescribeContainerGroupMetric", Rate.perMinute(2_000),
                    "CreateContainerGroup", Rate.perMinute(1_000),
                    "DeleteContainerGroup", Rate.perMinute(1_000),
                    "DescribeContainerGroupPrice", Rate.perMinute(1_000),
                    "ExportContainerGroupTemplate", Rate.perMinute(1_000),
                    "CreateImageCache", Rate.perMinute(200)),
            Rate.perMinute(500));

    /** No limits; ECI will say so when it is too much. */
    public static final RateLimits NONE = new RateLimits(Map.of(), null);

    public RateLimits {
        perAction = Map.copyOf(perAction);
    }

    /** The limit of an action; null for none. */
    public @Nullable Rate of(String action) {
        Rate rate = perAction.get(action);
        return rate == null ? others : rate;
    }

    /**
     * Limits for one of several clients of the same account.
     *
     * @param part of each limit, above 0 and at most 1
     */
    public RateLimits share(double part) {
        if (!(part > 0 && part <= 1)) {
            throw new IllegalArgumentException("a share of %s is not above 0 and at most 1".formatted(part));
        }
        Map<String, Rate> shares = new HashMap<>();
        perAction.forEach((action, rate) -> shares.put(action, rate.share(part)));
        return new RateLimits(shares, others == null ? null : others.share(part));
    }

    /**
     * So many calls in any minute: a few at once, the others evenly spread.
     *
     * @param callsPerMinute at least 2
     * @param burst of these, how many may come at once after a pause; at least 1 and less than all
     */
    public record Rate(int callsPerMinute, int burst) {

        private static final int USUAL_BURST_PARTS = 20;

        public Rate {
            if (callsPerMinute < 2 || burst < 1 || burst >= callsPerMinute) {
                throw new IllegalArgumentException("%d calls per minute, %d at once; there must be at least 2 and 1"
                        .formatted(callsPerMinute, burst));
            }
        }

        /** A limit of which a twentieth may come at once. */
        public static Rate perMinute(int calls) {
            return new Rate(calls, Math.max(1, calls / USUAL_BURST_PARTS));
        }

        private Rate share(double part) {
            int calls = Math.max(2, (int) (callsPerMinute * part));
            return new Rate(calls, Math.clamp((int) (burst * part), 1, calls - 1));
        }
    }
}
