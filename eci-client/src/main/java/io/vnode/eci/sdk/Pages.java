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
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            Page<T> page = source.page(token);
            page.items().forEach(item -> items.put(id.apply(item), item));
            token = page.nextToken();
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
        } while (token != null);
        return List.copyOf(items.values());
    }

    /** The ids in portions that one call takes, each id once. */
    static List<List<String>> portions(Collection<String> ids) {
        List<String> distinct = ids.stream().distinct().toList();
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += SdkEciClient.PORTION) {
            portions.add(distinct.subList(from, Math.min(from + SdkEciClient.PORTION, distinct.size())));
        }
        return portions;
    }
}
