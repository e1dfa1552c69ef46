package io.vnode.emulator.rates;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The limits of all actions, per account and region.
 *
 * @param limits by action; what is not in it may be called as often as one likes
 */
public record RateLimits(Map<String, RateLimit> limits) {

    /** No limits. */
    public static final RateLimits NONE = new RateLimits(Map.of());

    /** The table of calls per minute that was published in 2021. */
    public static final RateLimits OF_2021 = new RateLimits(Map.ofEntries(
                    Map.entry("DescribeContainerGroups", 2000),
                    Map.entry("DescribeContainerGroupMetric", 2000),
                    Map.entry("CreateContainerGroup", 1000),
                    Map.entry("DeleteContainerGroup", 1000),
                    Map.entry("DescribeContainerGroupPrice", 1000),
                    Map.entry("ExportContainerGroupTemplate", 1000),
                    Map.entry("ExecContainerCommand", 500),
                    Map.entry("DescribeContainerLog", 500),
                    Map.entry("RestartContainerGroup", 500),
                    Map.entry("UpdateContainerGroup", 500),
                    Map.entry("DescribeMultiContainerGroupMetric", 500),
                    Map.entry("CreateImageCache", 200))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> new RateLimit.PerMinute(each.getValue()))));

    /** What is published today: token buckets for creation and deletion; the others are up to the account's quota. */
    public static final RateLimits TODAY = new RateLimits(Map.of(
            "CreateContainerGroup", new RateLimit.Bucket(100, 20),
            "DeleteContainerGroup", new RateLimit.Bucket(100, 20)));

    /** Copies the map. */
    public RateLimits {
        limits = Map.copyOf(limits);
    }

    /** The same limits with others for some actions; null takes one away. */
    public RateLimits with(Map<String, @Nullable RateLimit> others) {
        Map<String, RateLimit> changed = new HashMap<>(limits);
        others.forEach((action, limit) -> {
            if (limit == null) {
                changed.remove(action);
            } else {
                changed.put(action, limit);
            }
        });
        return new RateLimits(changed);
    }
}
