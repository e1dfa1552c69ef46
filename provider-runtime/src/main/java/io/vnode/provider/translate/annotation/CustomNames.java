package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.Networking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two annotations in JSON: where names are looked up, and what the hosts file says. */
final class CustomNames {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> DNS_KEYS = Set.of("nameservers", "searches", "options");
    private static final Set<String> HOST_KEYS = Set.of("host", "ip");
    private static final int MOST_DNS_ENTRIES = 20;
    private static final int MOST_HOSTS = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");

    private CustomNames() {}

    static Networking.Builder read(AnnotationReader reader) {
        DnsConfig dns = reader.parsed(PodAnnotation.CUSTOM_DNS_CONFIG, CustomNames::dns);
        List<HostAlias> hosts = reader.parsed(PodAnnotation.CUSTOM_HOSTS, CustomNames::hosts);
        Networking.Builder networking = Networking.builder().hostAliases(hosts == null ? List.of() : hosts);
        if (dns != null) {
            // Name servers of one's own stand in place of the VPC's; search domains alone are added to them.
            networking.dns(dns).dnsPolicy(dns.nameServers().isEmpty() ? DnsPolicy.DEFAULT : DnsPolicy.NONE);
        }
        return networking;
    }

    private static @Nullable DnsConfig dns(String text) {
        JsonNode json = parse(text);
        if (json == null || !json.isObject() || json.isEmpty() || !stringsOnly(json, DNS_KEYS)) {
            return null;
        }
        List<String> nameServers = parts(json.path("nameservers"));
        List<String> searches = parts(json.path("searches"));
        List<String> options = parts(json.path("options"));
        boolean valid = nameServers.stream().allMatch(NetworkAnnotations::isAddress)
                && searches.stream().allMatch(search -> NAME.matcher(search).matches())
                && options.stream().noneMatch(String::isEmpty)
                && List.of(nameServers, searches, options).stream().allMatch(all -> all.size() <= MOST_DNS_ENTRIES);
        return valid
                ? new DnsConfig(
                        nameServers,
                        searches,
                        options.stream().map(CustomNames::option).toList())
                : null;
    }

    private static List<String> parts(JsonNode node) {
        return node.isMissingNode() || node.asString().isBlank() ? List.of() : AnnotationReader.parts(node.asString());
    }

    private static NamedValue option(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new NamedValue(text, null)
                : new NamedValue(text.substring(0, colon), text.substring(colon + 1));
    }

    private static @Nullable List<HostAlias> hosts(String text) {
        JsonNode json = parse(text);
        if (json == null || !json.isArray() || json.isEmpty() || json.size() > MOST_HOSTS) {
            return null;
        }
        List<HostAlias> hosts = new ArrayList<>();
        for (JsonNode entry : json) {
            String ip = entry.path("ip").asString("");
            String host = entry.path("host").asString("");
            boolean valid = entry.isObject()
                    && stringsOnly(entry, HOST_KEYS)
                    && NetworkAnnotations.isAddress(ip)
                    && NAME.matcher(host).matches();
            if (!valid) {
                return null;
            }
            hosts.add(new HostAlias(ip, List.of(host)));
        }
        return hosts;
    }

    private static boolean stringsOnly(JsonNode object, Set<String> keys) {
        return object.propertyStream()
                .allMatch((Map.Entry<String, JsonNode> entry) ->
                        keys.contains(entry.getKey()) && entry.getValue().isString());
    }

    static @Nullable JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return null;
        }
    }
}
