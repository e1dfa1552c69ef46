package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container group meets its network, as ECI describes it.
 *
 * @param vpcId its VPC
 * @param networkInterfaceId its elastic network interface
 * @param ipv6Address its IPv6 address, if it has one
 * @param dnsPolicy where names are looked up, if ECI says so
 * @param dns name servers and search domains
 * @param hostAliases names known to its containers
 */
public record GroupNetwork(
        @Nullable String vpcId,
        @Nullable String networkInterfaceId,
        @Nullable String ipv6Address,
        @Nullable DnsPolicy dnsPolicy,
        DnsConfig dns,
        List<HostAlias> hostAliases) {

    /** Nothing known of it. */
    public static final GroupNetwork UNKNOWN = new GroupNetwork(null, null, null, null, DnsConfig.EMPTY, List.of());

    public GroupNetwork {
        hostAliases = List.copyOf(hostAliases);
    }
}
