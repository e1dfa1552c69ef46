package io.vnode.eci.pvtz;

import io.vnode.eci.json.Fields;

/**
 * A zone of names.
 *
 * @param id its id
 * @param name what all its names end with
 */
public record Zone(String id, String name) {

    static Zone read(Fields zone) {
        return new Zone(zone.text("ZoneId"), zone.text("ZoneName"));
    }
}
