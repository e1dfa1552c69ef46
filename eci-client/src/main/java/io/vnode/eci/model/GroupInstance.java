package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * What a container group runs on, and how it was bought, as ECI describes it.
 *
 * @param instanceType the ECS instance type, if ECI says so
 * @param computeCategory the class of hardware
 * @param spotStrategy how it was bought, if ECI says so
 * @param spotPriceLimit the most to pay per hour
 * @param ephemeralStorage GiB of disk beyond what is free of charge
 * @param discount the discount, in per cent
 */
public record GroupInstance(
        @Nullable String instanceType,
        @Nullable String computeCategory,
        @Nullable SpotStrategy spotStrategy,
        @Nullable Double spotPriceLimit,
        @Nullable Integer ephemeralStorage,
        @Nullable Integer discount) {

    /** Nothing known of it. */
    public static final GroupInstance UNKNOWN = new GroupInstance(null, null, null, null, null, null);
}
