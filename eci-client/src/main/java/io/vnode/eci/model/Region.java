package io.vnode.eci.model;

import java.util.List;

/**
 * A region in which ECI runs.
 *
 * @param id for example {@code cn-hangzhou}
 * @param endpoint host name of its API
 * @param zones its zones
 */
public record Region(String id, String endpoint, List<String> zones) {

    public Region {
        zones = List.copyOf(zones);
    }
}
