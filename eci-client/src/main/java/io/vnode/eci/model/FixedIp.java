package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * An address that stays reserved when its group has gone.
 *
 * @param retainHours for so long; null for 48
 */
public record FixedIp(@Nullable Integer retainHours) {

    public FixedIp {
        Limits.within("retainHours", retainHours, 1, Integer.MAX_VALUE);
    }
}
