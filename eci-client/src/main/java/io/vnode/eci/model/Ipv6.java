package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * The one IPv6 address that a container group can have.
 *
 * @param internet whether it reaches the internet
 * @param bandwidth Mbit/s to the internet; null for ECI's default
 */
public record Ipv6(boolean internet, @Nullable Integer bandwidth) {

    public Ipv6 {
        Limits.within("IPv6 bandwidth", bandwidth, 1, Integer.MAX_VALUE);
        Limits.require(internet || bandwidth == null, "an IPv6 bandwidth goes with access to the internet only");
    }
}
