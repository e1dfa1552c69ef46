package io.vnode.provider.diagnostics;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people type them: {@code 90s}, {@code 5m}, {@code 1h}. */
final class Times {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})(ms|s|m|h)");

    private Times() {}

    /** The time; null when it cannot be understood or is not above zero. */
    static @Nullable Duration parse(@Nullable String text, Duration otherwise) {
        if (text == null) {
            return otherwise;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        Duration time =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                };
        return time.isPositive() ? time : null;
    }
}
