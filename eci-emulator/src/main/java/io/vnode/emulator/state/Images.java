package io.vnode.emulator.state;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How images are pulled.
 *
 * @param timePerGib how long a GiB takes
 * @param rules what is special about some images; the first that matches counts
 */
public record Images(Duration timePerGib, List<Rule> rules) {

    /** Every image is there at once. */
    public static final Images AT_ONCE = new Images(Duration.ZERO, List.of());

    /** Copies the list. */
    public Images {
        rules = List.copyOf(rules);
        if (timePerGib.isNegative()) {
            throw new IllegalArgumentException("pulling must not take negative time: " + timePerGib);
        }
    }

    Pull of(String image) {
        for (Rule rule : rules) {
            if (rule.matches(image)) {
                Duration takes = rule.takes() == null
                        ? Duration.ofNanos(Math.round(timePerGib.toNanos() * rule.gib()))
                        : rule.takes();
                return new Pull(takes, rule.failsFor());
            }
        }
        return Pull.AT_ONCE;
    }

    /**
     * What is special about some images.
     *
     * @param match their name, with {@code *} for anything
     * @param gib how big they are
     * @param takes how long they take; null for what their size says
     * @param failsFor how long pulling them fails at first; null for not at all
     */
    public record Rule(
            String match,
            double gib,
            @Nullable Duration takes,
            @Nullable Duration failsFor) {

        boolean matches(String image) {
            return Pattern.matches(("\\Q" + match + "\\E").replace("*", "\\E.*\\Q"), image);
        }
    }
}
