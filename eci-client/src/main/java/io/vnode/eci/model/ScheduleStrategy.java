package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/** In which order ECI tries several vSwitches. */
public enum ScheduleStrategy {
    /** As they were given. */
    VSWITCH_ORDERED("VSwitchOrdered"),
    /** At random, to spread groups over zones. */
    VSWITCH_RANDOM("VSwitchRandom");

    private final String word;

    ScheduleStrategy(String word) {
        this.word = word;
    }

    /** Reads ECI's word; null for any other. */
    public static @Nullable ScheduleStrategy of(@Nullable String word) {
        for (ScheduleStrategy one : values()) {
            if (one.word.equals(word)) {
                return one;
            }
        }
        return null;
    }

    /** ECI's word. */
    public String word() {
        return word;
    }
}
