package io.vnode.addon.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of a profile one by one and remembers what is wrong with any of them. */
final class ProfileReader {

    private static final int MOST_SHOWN = 120;

    private final Map<String, String> values;
    private final Set<String> problems = new LinkedHashSet<>();

    ProfileReader(Map<String, String> values) {
        this.values = values;
    }

    /** The value as something else; null when it is absent, empty or wrong. */
    <T> @Nullable T read(ProfileKey key, Function<String, T> parser) {
        List<String> names = key.names().filter(name -> !value(name).isEmpty()).toList();
        if (names.isEmpty()) {
            return null;
        }
        String name = names.getFirst();
        if (names.stream().anyMatch(other -> !value(other).equals(value(name)))) {
            problems.add(
                    "keys %s say different things; only one of them is needed".formatted(String.join(" and ", names)));
        }
        try {
            return parser.apply(value(name));
        } catch (InvalidSelectorException e) {
            problems.add("%s: %s".formatted(name, e.getMessage()));
        } catch (IllegalArgumentException _) {
            problems.add("%s is '%s'; it must be %s".formatted(name, shown(value(name)), key.rule()));
        }
        return null;
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private static String shown(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    }

    @Nullable
    Boolean bool(ProfileKey key) {
        return read(key, ProfileReader::bool);
    }

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    void complain() {
        if (!problems.isEmpty()) {
            throw new InvalidProfileException(List.copyOf(problems));
        }
    }
}
