package io.vnode.addon.settings;

import java.util.List;

/**
 * Where the names of the cluster are known.
 *
 * @param servers addresses of its name servers; empty when pods are to use those of the VPC
 * @param domain its domain, for example {@code cluster.local}
 */
public record ClusterDns(List<String> servers, String domain) {

    /** No name servers of the cluster's own. */
    public static final ClusterDns NONE = new ClusterDns(List.of(), "cluster.local");

    public ClusterDns {
        servers = List.copyOf(servers);
    }
}
