package io.vnode.eci.model;

import java.util.List;

/**
 * Names for an address, known to all containers of a group.
 *
 * @param ip the address
 * @param hostnames its names
 */
public record HostAlias(String ip, List<String> hostnames) {
    public HostAlias {
        hostnames = List.copyOf(hostnames);
    }
}
