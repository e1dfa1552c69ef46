package io.vnode.emulator.pvtz;

import io.vnode.emulator.wire.Parameters;
import java.util.List;

/** One page of a listing. */
record Page<T>(int number, int size, int items, List<T> onIt) {

    private static final int DEFAULT_SIZE = 20;

    static <T> Page<T> of(Parameters parameters, List<T> all) {
        int number = parameters.integerOr("PageNumber", 1);
        int size = parameters.integerOr("PageSize", DEFAULT_SIZE);
        return new Page<>(
                number,
                size,
                all.size(),
                all.stream().skip((number - 1L) * size).limit(size).toList());
    }

    int pages() {
        return (items + size - 1) / size;
    }

    /** Whether a text fits the keyword of a call, as its search mode says; any part will do if it says nothing. */
    static boolean found(Parameters parameters, String text) {
        String keyword = parameters.find("Keyword");
        return keyword == null
                || (parameters.text("SearchMode").equals("EXACT") ? text.equals(keyword) : text.contains(keyword));
    }
}
