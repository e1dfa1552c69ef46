package io.vnode.eci.model;

import java.util.List;

/**
 * Where names are looked up.
 *
 * @param nameServers addresses of name servers
 * @param searches domains to complete short names with
 * @param options options of the resolver, such as {@code ndots}
 */
public record DnsConfig(List<String> nameServers, List<String> searches, List<NamedValue> options) {

    /** Nothing of its own. */
    public static final DnsConfig EMPTY = new DnsConfig(List.of(), List.of(), List.of());

    public DnsConfig {
        nameServers = List.copyOf(nameServers);
        searches = List.copyOf(searches);
        options = List.copyOf(options);
    }
}
