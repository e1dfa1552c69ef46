package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region in which ECI runs.
 *
 * @param id for example {@code cn-hangzhou}
 * @param endpoint host name of its API, if ECI says so
 * @param zones its zones
 */
public record Region(String id, @Nullable String endpoint, List<String> zones) {

    public Region {
        zones = List.copyOf(zones);
    }
}
