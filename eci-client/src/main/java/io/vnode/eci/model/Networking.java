package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container group meets its network, beyond vSwitch and security group.
 *
 * @param elasticIp its address on the internet; null for none
 * @param ipv6 its IPv6 address; null for none
 * @param privateIpAddress which free IPv4 address of the vSwitch it is to have; null for any
 * @param fixedIp whether the address is kept for its successor; null for no
 * @param ingressBandwidth the most that comes in, bit/s
 * @param egressBandwidth the most that goes out, bit/s
 * @param dnsPolicy where names are looked up; null for ECI's default
 * @param dns name servers and search domains
 * @param hostAliases at most 100, with at most 50 names each
 * @param hostName the group's name for itself
 * @param ntpServers at most 20 time servers
 */
public record Networking(
        @Nullable ElasticIp elasticIp,
        @Nullable Ipv6 ipv6,
        @Nullable String privateIpAddress,
        @Nullable FixedIp fixedIp,
        @Nullable Long ingressBandwidth,
        @Nullable Long egressBandwidth,
        @Nullable DnsPolicy dnsPolicy,
        DnsConfig dns,
        List<HostAlias> hostAliases,
        @Nullable String hostName,
        List<String> ntpServers) {

    /** One private IPv4 address, any free one. */
    public static final Networking PLAIN = builder().build();

    public Networking {
        hostAliases = List.copyOf(hostAliases);
        ntpServers = List.copyOf(ntpServers);

        Limits.within("ingressBandwidth", ingressBandwidth, 0, Long.MAX_VALUE);
        Limits.within("egressBandwidth", egressBandwidth, 0, Long.MAX_VALUE);
        Limits.atMost("name servers", dns.nameServers(), 20);
        Limits.atMost("search domains", dns.searches(), 20);
        Limits.atMost("DNS options", dns.options(), 20);
        Limits.atMost("host aliases", hostAliases, 100);
        hostAliases.forEach(alias -> Limits.atMost("names of host alias " + alias.ip(), alias.hostnames(), 50));
        Limits.atMost("time servers", ntpServers, 20);
    }
    /** Starts from a plain network. */
    public static Builder builder() {
        return new Builder();
    }
    /** Puts a {@link Networking} together. */
    public static final class Builder {
        private @Nullable ElasticIp elasticIp;
        private @Nullable Ipv6 ipv6;
        private @Nullable String privateIpAddress;
        private @Nullable FixedIp fixedIp;
        private @Nullable Long ingressBandwidth;
        private @Nullable Long egressBandwidth;
        private @Nullable DnsPolicy dnsPolicy;
        private DnsConfig dns = DnsConfig.EMPTY;
        private List<HostAlias> hostAliases = List.of();
        private @Nullable String hostName;
        private List<String> ntpServers = List.of();

        private Builder() {}

        public Builder elasticIp(@Nullable ElasticIp elasticIp) {
            this.elasticIp = elasticIp;
            return this;
        }

        public Builder ipv6(@Nullable Ipv6 ipv6) {
            this.ipv6 = ipv6;
            return this;
        }

        public Builder privateIpAddress(@Nullable String privateIpAddress) {
            this.privateIpAddress = privateIpAddress;
            return this;
        }

        public Builder fixedIp(@Nullable FixedIp fixedIp) {
            this.fixedIp = fixedIp;
            return this;
        }

        public Builder ingressBandwidth(@Nullable Long ingressBandwidth) {
            this.ingressBandwidth = ingressBandwidth;
            return this;
        }

        public Builder egressBandwidth(@Nullable Long egressBandwidth) {
            this.egressBandwidth = egressBandwidth;
            return this;
        }

        public Builder dnsPolicy(@Nullable DnsPolicy dnsPolicy) {
            this.dnsPolicy = dnsPolicy;
            return this;
        }

        public Builder dns(DnsConfig dns) {
            this.dns = dns;
            return this;
        }

        public Builder hostAliases(List<HostAlias> hostAliases) {
            this.hostAliases = hostAliases;
            return this;
        }

        public Builder hostName(@Nullable String hostName) {
            this.hostName = hostName;
            return this;
        }

        public Builder ntpServers(List<String> ntpServers) {
            this.ntpServers = ntpServers;
            return this;
        }

        public Networking build() {
            return new Networking(
                    elasticIp,
                    ipv6,
                    privateIpAddress,
                    fixedIp,
                    ingressBandwidth,
                    egressBandwidth,
                    dnsPolicy,
                    dns,
                    hostAliases,
                    hostName,
                    ntpServers);
        }
    }
}
