package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** The address of a container group on the internet. */
public sealed interface ElasticIp {

    /** One that exists. */
    record Existing(String instanceId) implements ElasticIp {}

    /**
     * A new one, which goes with the group.
     *
     * @param bandwidth Mbit/s; null for 5
     * @param isp {@code BGP} or {@code BGP_PRO}; null for {@code BGP}
     * @param commonBandwidthPackage id of a bandwidth package that it shares; null for none
     */
    record Created(
            @Nullable Integer bandwidth,
            @Nullable String isp,
            @Nullable String commonBandwidthPackage) implements ElasticIp {

        public Created {
            Limits.within("elastic IP bandwidth", bandwidth, 1, 1000);
            Limits.require(
                    isp == null || isp.equals("BGP") || isp.equals("BGP_PRO"),
                    "line '%s' of the elastic IP is neither BGP nor BGP_PRO".formatted(isp));
        }

        /** One with ECI's own bandwidth and line. */
        public static Created usual() {
            return new Created(null, null, null);
        }
    }
}
