package io.vnode.eci.sdk;

import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listings that come in pages, and questions that go in portions. */
final class Pages {

    /** The most ids that one call takes, and the most container groups that one page has. */
    static final int PORTION = 20;

    private Pages() {}

    /**
     * One page of a listing.
     *
     * @param items what is on it; possibly nothing even though more follows
     * @param nextToken what to ask with for the next page; null for the last one
     */
    record Page<T>(List<T> items, @Nullable String nextToken) {}

    /** Asks for one page; the token is null for the first one. */
    @FunctionalInterface
    interface Source<T> {

        Page<T> page(@Nullable String token);
    }

    /** All pages. What moves to another page meanwhile may come twice; the later description counts. */
    static <T> List<T> all(String action, Function<T, String> id, Source<T> source) {
        SequencedMap<String, T> items = new LinkedHashMap<>();
        Walk<T> walk = new Walk<>(action, source);
        while (walk.goesOn()) {
            walk.next().forEach(item -> items.put(id.apply(item), item));
        }
        return List.copyOf(items.values());
    }

    /** Whether anything is listed; asks no further than the first page that is not empty. */
    static <T> boolean any(String action, Source<T> source) {
        Walk<T> walk = new Walk<>(action, source);
        while (walk.goesOn()) {
            if (!walk.next().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The ids in portions that one call takes, each id once. */
    static List<List<String>> portions(Collection<String> ids) {
        List<String> distinct = ids.stream().distinct().toList();
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += PORTION) {
            portions.add(distinct.subList(from, Math.min(from + PORTION, distinct.size())));
        }
        return portions;
    }

    /** A way through the pages. Only the missing token ends it: a page may be empty though others follow. */
    private static final class Walk<T> {

        private final String action;
        private final Source<T> source;
        private final Set<String> tokens = new HashSet<>();
        private @Nullable String token;
        private boolean ended;

        Walk(String action, Source<T> source) {
            this.action = action;
            this.source = source;
        }

        boolean goesOn() {
            return !ended;
        }

        List<T> next() {
            Page<T> page = source.page(token);
            token = page.nextToken();
            ended = token == null;
            if (token != null && !tokens.add(token)) {
                throw new EciException(
                        Kind.UNREADABLE,
                        action,
                        "RepeatedNextToken",
                        "the listing leads back to a page that it has given already",
                        "",
                        200,
                        null);
            }
            return page.items();
        }
    }
}
