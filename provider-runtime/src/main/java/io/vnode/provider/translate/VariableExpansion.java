package io.vnode.provider.translate;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code $(NAME)} in values, commands and arguments, as Kubernetes expands it: unknown names stay, {@code $$} is a dollar. */
final class VariableExpansion {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([^)]*)\\)");

    private VariableExpansion() {}

    static String expand(String text, Function<String, @Nullable String> variables) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match, variables)));
    }

    /** The names that a text refers to. */
    static List<String> namesIn(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String replacement(MatchResult match, Function<String, @Nullable String> variables) {
        return match.group(1) == null
                ? "$"
                : Objects.requireNonNullElse(variables.apply(match.group(1)), match.group());
    }
}
