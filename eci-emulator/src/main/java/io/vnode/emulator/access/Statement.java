package io.vnode.emulator.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One statement of a policy.
 *
 * @param allows whether it allows; it denies otherwise
 * @param actions what it is about
 * @param resources what it is about
 * @param conditions all of them must hold
 */
record Statement(boolean allows, Patterns actions, Patterns resources, List<Condition> conditions) {

    boolean isAbout(String action, String resource, Circumstances circumstances) {
        return actions.include(action.toLowerCase(Locale.ROOT))
                && resources.include(resource)
                && conditions.stream().allMatch(each -> each.holds(circumstances));
    }

    /**
     * Texts with wildcards.
     *
     * @param excluding whether it is the others that are meant, as with {@code NotAction}
     */
    record Patterns(List<String> patterns, boolean excluding) {

        boolean include(String text) {
            return patterns.stream().anyMatch(pattern -> Wildcard.matches(pattern, text)) != excluding;
        }
    }

    /** One operator with the keys and values that it compares. */
    record Condition(Operator operator, Map<String, List<String>> wanted) {

        boolean holds(Circumstances circumstances) {
            return wanted.entrySet().stream()
                    .allMatch(each -> operator.holds(circumstances.of(each.getKey()), each.getValue()));
        }
    }
}
