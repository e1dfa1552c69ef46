package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.vnode.addon.settings.ClusterDns;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.Networking;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pod's own name, the names it knows, and where it asks for others. */
final class NetworkTranslator {

    private static final int MAX_HOST_NAME = 63;
    private static final NamedValue NDOTS = new NamedValue("ndots", "5");

    private final Pod pod;
    private final PodSpec spec;
    private final ClusterDns cluster;

    private NetworkTranslator(Pod pod, ClusterDns cluster) {
        this.pod = pod;
        this.spec = pod.getSpec();
        this.cluster = cluster;
    }

    static Networking of(Pod pod, ClusterDns cluster) {
        return new NetworkTranslator(pod, cluster).networking();
    }

    private Networking networking() {
        String policy = Objects.requireNonNullElse(spec.getDnsPolicy(), "ClusterFirst");
        // Without the host's network, ClusterFirstWithHostNet is ClusterFirst.
        boolean clusterFirst =
                policy.startsWith("ClusterFirst") && !cluster.servers().isEmpty();
        DnsConfig beginning = clusterFirst ? clusterFirst() : DnsConfig.EMPTY;
        DnsConfig dns = with(beginning, spec.getDnsConfig());
        return Networking.builder()
                .dnsPolicy(dnsPolicy(policy, clusterFirst))
                .dns(dns)
                .hostAliases(spec.getHostAliases().stream()
                        .map(alias -> new HostAlias(alias.getIp(), alias.getHostnames()))
                        .toList())
                .hostName(hostName())
                .build();
    }

    private static @Nullable DnsPolicy dnsPolicy(String policy, boolean clusterFirst) {
        if (clusterFirst || policy.equals("None")) {
            return DnsPolicy.NONE;
        }
        return policy.equals("Default") ? DnsPolicy.DEFAULT : null;
    }

    private DnsConfig clusterFirst() {
        String domain = cluster.domain();
        String namespace = pod.getMetadata().getNamespace();
        return new DnsConfig(
                cluster.servers(), List.of(namespace + ".svc." + domain, "svc." + domain, domain), List.of(NDOTS));
    }

    /** As on any node: servers and domains are added, options of the pod replace those of the same name. */
    private static DnsConfig with(DnsConfig beginning, @Nullable PodDNSConfig config) {
        if (config == null) {
            return beginning;
        }
        SequencedMap<String, NamedValue> options = new LinkedHashMap<>();
        beginning.options().forEach(option -> options.put(option.name(), option));
        config.getOptions()
                .forEach(option -> options.put(option.getName(), new NamedValue(option.getName(), option.getValue())));
        return new DnsConfig(
                joined(beginning.nameServers(), config.getNameservers()),
                joined(beginning.searches(), config.getSearches()),
                List.copyOf(options.sequencedValues()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        SequencedSet<String> all = new LinkedHashSet<>();
        Stream.concat(first.stream(), second.stream()).forEach(all::add);
        return List.copyOf(all);
    }

    private String hostName() {
        ObjectMeta metadata = pod.getMetadata();
        String override = spec.getHostnameOverride();
        if (override != null && !override.isEmpty()) {
            return override;
        }
        String asked = spec.getHostname();
        String name = cut(asked == null || asked.isEmpty() ? metadata.getName() : asked);
        boolean full = Boolean.TRUE.equals(spec.getSetHostnameAsFQDN())
                && spec.getSubdomain() != null
                && !cluster.domain().isEmpty();
        return full
                ? String.join(".", name, spec.getSubdomain(), metadata.getNamespace(), "svc", cluster.domain())
                : name;
    }

    /** A pod's name has up to 253 characters, a host's name up to 63 and no dot or hyphen at its end. */
    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), MAX_HOST_NAME)).replaceFirst("[.-]+$", "");
    }
}
