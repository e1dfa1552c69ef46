package io.vnode.eci.pvtz;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;

/**
 * A name of a zone and what it stands for.
 *
 * @param id its id
 * @param host the name without the zone's; {@code @} for the zone's own
 * @param type {@code A}, {@code CNAME} and so on
 * @param value what it stands for
 * @param timeToLive how long others may remember it, in seconds
 * @param enabled whether it is in force
 */
public record ZoneRecord(long id, String host, String type, String value, int timeToLive, boolean enabled) {

    static ZoneRecord read(Fields entry) {
        Integer timeToLive = entry.integer("Ttl");
        return new ZoneRecord(
                id(entry),
                entry.text("Rr"),
                entry.text("Type"),
                entry.text("Value"),
                timeToLive == null ? 60 : timeToLive,
                !entry.textOrEmpty("Status").equals("DISABLE"));
    }

    static long id(Fields answer) {
        Long id = answer.longNumber("RecordId");
        if (id == null) {
            throw new UnreadableAnswerException("the answer lacks RecordId");
        }
        return id;
    }
}
