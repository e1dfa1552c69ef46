package io.vnode.provider.translate;

import java.util.List;

/**
 * Where the names of the cluster are known.
 *
 * @param servers addresses of name servers; empty when pods are to use those of the VPC
 * @param domain the cluster's domain, for example {@code cluster.local}; empty when it is not known
 */
record ClusterDns(List<String> servers, String domain) {

    static final ClusterDns UNKNOWN = new ClusterDns(List.of(), "");

    ClusterDns {
        servers = List.copyOf(servers);
    }
}
