package io.vnode.eci.sdk;

import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.FixedIp;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.Ipv6;
import io.vnode.eci.model.Networking;

/** Writes how a container group meets its network. */
final class NetworkParameters {

    private NetworkParameters() {}

    static void write(ParameterWriter to, Networking network) {
        to.ifPresent(network.elasticIp(), NetworkParameters::elasticIp)
                .ifPresent(network.ipv6(), NetworkParameters::ipv6)
                .put("PrivateIpAddress", network.privateIpAddress())
                .ifPresent(network.fixedIp(), NetworkParameters::fixedIp)
                .put("IngressBandwidth", network.ingressBandwidth())
                .put("EgressBandwidth", network.egressBandwidth())
                .ifPresent(network.dnsPolicy(), (it, policy) -> it.put("DnsPolicy", policy.word()))
                .each("HostAliase", network.hostAliases(), NetworkParameters::hostAlias)
                .put("HostName", network.hostName())
                .texts("NtpServer", network.ntpServers());
        dns(to, network.dns());
    }

    static void dns(ParameterWriter to, DnsConfig dns) {
        to.under("DnsConfig")
                .texts("NameServer", dns.nameServers())
                .texts("Search", dns.searches())
                .each("Option", dns.options(), CreateParameters::named);
    }

    private static void elasticIp(ParameterWriter to, ElasticIp address) {
        switch (address) {
            case ElasticIp.Existing existing -> to.put("EipInstanceId", existing.instanceId());
            case ElasticIp.Created created ->
                to.put("AutoCreateEip", true)
                        .put("EipBandwidth", created.bandwidth())
                        .put("EipISP", created.isp())
                        .put("EipCommonBandwidthPackage", created.commonBandwidthPackage());
        }
    }

    private static void ipv6(ParameterWriter to, Ipv6 address) {
        to.put("Ipv6AddressCount", 1)
                .put("Ipv6GatewayBandwidthEnable", ContainerParameters.onlyIfTrue(address.internet()))
                .put("Ipv6GatewayBandwidth", address.bandwidth());
    }

    private static void fixedIp(ParameterWriter to, FixedIp address) {
        to.put("FixedIp", true).put("FixedIpRetainHour", address.retainHours());
    }

    private static void hostAlias(ParameterWriter to, HostAlias alias) {
        to.put("Ip", alias.ip()).texts("Hostname", alias.hostnames());
    }
}
