package io.vnode.emulator.wire;

import java.util.Map;

/**
 * What a browser asks a page for.
 *
 * @param query decoded names and values
 */
public record PageRequest(Map<String, String> query) {

    /** Copies the map. */
    public PageRequest {
        query = Map.copyOf(query);
    }

    /** The value of a query parameter, empty when it is not there. */
    public String text(String name) {
        return query.getOrDefault(name, "");
    }
}
