package io.vnode.eci.model.market;

import java.util.List;

/**
 * What a zone has in stock.
 *
 * @param zoneId the zone
 * @param resources what was asked for, as far as the zone knows it
 */
public record ZoneStock(String zoneId, List<Resource> resources) {
    public ZoneStock {
        resources = List.copyOf(resources);
    }

    /** A family or type, and whether it can be had. */
    public record Resource(String value, Level level) {}

    /** Whether something can be had. */
    public enum Level {
        WITH_STOCK("WithStock"),
        /** A little of it. */
        CLOSED_WITH_STOCK("ClosedWithStock"),
        /** Sold out for now. */
        WITHOUT_STOCK("WithoutStock"),
        /** Sold out for good. */
        CLOSED_WITHOUT_STOCK("ClosedWithoutStock"),
        /** A word that this version does not know. */
        UNRECOGNISED("");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** Reads ECI's word. */
        public static Level of(String word) {
            for (Level level : values()) {
                if (level != UNRECOGNISED && level.word.equals(word)) {
                    return level;
                }
            }
            return UNRECOGNISED;
        }
    }
}
