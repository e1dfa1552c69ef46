package io.vnode.provider.translate;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $(NAME)} in values, commands and arguments, as Kubernetes expands it: unknown names stay, {@code $$} is a dollar. */
final class VariableExpansion {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\(([^)]*)\\)");

    private VariableExpansion() {}

    static String expand(String text, Map<String, String> variables) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement(match, variables)));
    }

    private static String replacement(MatchResult match, Map<String, String> variables) {
        return match.group(1) == null ? "$" : variables.getOrDefault(match.group(1), match.group());
    }
}
