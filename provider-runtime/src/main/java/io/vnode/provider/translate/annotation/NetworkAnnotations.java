package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.FixedIp;
import io.vnode.eci.model.Ipv6;
import io.vnode.eci.model.Networking;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The annotations about the network, as ECI's own options. What the pod's annotations do not say is left open. */
final class NetworkAnnotations {

    private static final int MOST_EIP_BANDWIDTH = 1000;
    private static final int MOST_HOURS = 8760;
    private static final int MOST_NTP_SERVERS = 20;
    private static final Pattern EIP = Pattern.compile("eip-[0-9a-z]+");
    private static final Pattern LINE = Pattern.compile("BGP|BGP_PRO");
    private static final Pattern BANDWIDTH_PACKAGE = Pattern.compile("cbwp-[0-9a-z]+");
    private static final Pattern MEGABITS = Pattern.compile("([1-9][0-9]{0,5})M?");
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9]");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:%1$s)\\.){3}(?:%1$s)".formatted(BYTE));
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:]([A-Za-z0-9.:-]*[A-Za-z0-9])?");

    private NetworkAnnotations() {}

    static Networking read(AnnotationReader reader) {
        if (reader.isTrue(PodAnnotation.NETWORK_POLICY_ENABLE)) {
            reader.refuseAsUnsupported(PodAnnotation.NETWORK_POLICY_ENABLE);
        }
        return CustomNames.read(reader)
                .elasticIp(elasticIp(reader))
                .ipv6(ipv6(reader))
                .privateIpAddress(reader.matching(PodAnnotation.PRIVATE_IP_ADDRESS, IPV4))
                .fixedIp(fixedIp(reader))
                .ingressBandwidth(reader.parsed(PodAnnotation.INGRESS_BANDWIDTH, Quantities::bitsPerSecond))
                .egressBandwidth(reader.parsed(PodAnnotation.EGRESS_BANDWIDTH, Quantities::bitsPerSecond))
                .ntpServers(reader.list(PodAnnotation.NTP_SERVER, HOST, MOST_NTP_SERVERS))
                .build();
    }

    private static @Nullable ElasticIp elasticIp(AnnotationReader reader) {
        Boolean create = reader.bool(PodAnnotation.WITH_EIP);
        String existing = reader.matching(PodAnnotation.EIP_INSTANCE_ID, EIP);
        Integer bandwidth = reader.wholeNumber(PodAnnotation.EIP_BANDWIDTH, 1, MOST_EIP_BANDWIDTH);
        String line = reader.matching(PodAnnotation.EIP_ISP, LINE);
        String shared = reader.matching(PodAnnotation.EIP_COMMON_BANDWIDTH_PACKAGE, BANDWIDTH_PACKAGE);
        reader.refuseAsUnsupported(PodAnnotation.EIP_INTERNET_CHARGE_TYPE);
        reader.refuseAsUnsupported(PodAnnotation.EIP_ADDRESS_POOL);
        boolean created = Boolean.TRUE.equals(create);
        if (create != null || !reader.has(PodAnnotation.WITH_EIP)) {
            reader.refuseUnless(
                    created,
                    PodAnnotation.EIP_BANDWIDTH,
                    PodAnnotation.EIP_ISP,
                    PodAnnotation.EIP_COMMON_BANDWIDTH_PACKAGE);
        }
        if (created) {
            reader.refuseUnless(!reader.has(PodAnnotation.EIP_INSTANCE_ID), PodAnnotation.WITH_EIP);
            return new ElasticIp.Created(bandwidth, line, shared);
        }
        return existing == null ? null : new ElasticIp.Existing(existing);
    }

    private static @Nullable Ipv6 ipv6(AnnotationReader reader) {
        Boolean enabled = reader.bool(PodAnnotation.ENABLE_IPV6);
        Integer count = reader.wholeNumber(PodAnnotation.IPV6_COUNT, 1, 1);
        boolean internet = reader.isTrue(PodAnnotation.IPV6_BANDWIDTH_ENABLE);
        Integer bandwidth = reader.parsed(PodAnnotation.IPV6_BANDWIDTH, NetworkAnnotations::megabits);
        reader.refuseUnless(!Boolean.FALSE.equals(enabled), PodAnnotation.IPV6_COUNT);
        boolean wanted = Boolean.TRUE.equals(enabled) || count != null;
        if (Stream.of(PodAnnotation.ENABLE_IPV6, PodAnnotation.IPV6_COUNT).noneMatch(reader::has)
                || Boolean.FALSE.equals(enabled)) {
            reader.refuseUnless(!internet, PodAnnotation.IPV6_BANDWIDTH_ENABLE);
        }
        reader.refuseUnless(internet, PodAnnotation.IPV6_BANDWIDTH);
        return wanted ? new Ipv6(internet, internet ? bandwidth : null) : null;
    }

    private static @Nullable Integer megabits(String text) {
        var number = MEGABITS.matcher(text);
        return number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    private static @Nullable FixedIp fixedIp(AnnotationReader reader) {
        boolean fixed = reader.isTrue(PodAnnotation.FIXED_IP);
        Integer hours = reader.wholeNumber(PodAnnotation.FIXED_IP_RETAIN_HOUR, 1, MOST_HOURS);
        reader.refuseUnless(fixed, PodAnnotation.FIXED_IP_RETAIN_HOUR);
        return fixed ? new FixedIp(hours) : null;
    }

    static boolean isAddress(String text) {
        return IPV4.matcher(text).matches() || isIpv6(text);
    }

    private static boolean isIpv6(String text) {
        return List.of(text.split(":", -1)).size() >= 3 && text.matches("[0-9A-Fa-f:.]{2,45}");
    }
}
