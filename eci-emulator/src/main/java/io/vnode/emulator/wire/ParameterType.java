package io.vnode.emulator.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parameter's value may look like. */
@FunctionalInterface
public interface ParameterType {

    /** What is wrong with the value, as a sentence that follows the parameter's name; null when nothing is. */
    @Nullable
    String objection(String value);

    /** Any text. */
    static ParameterType text() {
        return _ -> null;
    }

    /** Any text up to a length. */
    static ParameterType text(int maxLength) {
        return value -> value.length() <= maxLength
                ? null
                : "has %d characters; at most %d are allowed".formatted(value.length(), maxLength);
    }

    /** Text that matches a pattern as a whole; the rule says so in words. */
    static ParameterType matching(Pattern pattern, String rule) {
        return value -> pattern.matcher(value).matches() ? null : "is '%s'; it must be %s".formatted(value, rule);
    }

    /** One of a few words. */
    static ParameterType oneOf(String... words) {
        List<String> allowed = List.of(words);
        return value -> allowed.contains(value)
                ? null
                : "is '%s'; it must be one of %s".formatted(value, String.join(", ", words));
    }

    /** {@code true} or {@code false}. */
    static ParameterType flag() {
        return oneOf("true", "false");
    }

    /** A whole number in a range. */
    static ParameterType integer(long min, long max) {
        return value -> {
            try {
                long number = Long.parseLong(value);
                return number >= min && number <= max
                        ? null
                        : "is %d; it must be from %d to %d".formatted(number, min, max);
            } catch (NumberFormatException _) {
                return "is '%s'; it must be a whole number".formatted(value);
            }
        };
    }

    /** A number of zero or more, with or without decimals. */
    static ParameterType decimal() {
        return value -> {
            try {
                return new BigDecimal(value).signum() >= 0 ? null : "is %s; it must not be negative".formatted(value);
            } catch (NumberFormatException _) {
                return "is '%s'; it must be a number".formatted(value);
            }
        };
    }

    /** A UTC time such as {@code 2024-01-02T03:04:05Z}. */
    static ParameterType time() {
        return value -> {
            try {
                Instant.parse(value);
                return null;
            } catch (DateTimeParseException _) {
                return "is '%s'; it must be a UTC time such as 2024-01-02T03:04:05Z".formatted(value);
            }
        };
    }

    /** Base64 of at most so many bytes. The objection does not quote the value, which may be a secret. */
    static ParameterType base64(int maxBytes) {
        return value -> {
            try {
                int bytes = Base64.getDecoder().decode(value).length;
                return bytes <= maxBytes ? null : "holds %d bytes; at most %d are allowed".formatted(bytes, maxBytes);
            } catch (IllegalArgumentException _) {
                return "must be Base64";
            }
        };
    }
}
