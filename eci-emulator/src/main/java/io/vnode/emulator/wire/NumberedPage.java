package io.vnode.emulator.wire;

import java.util.List;

/**
 * One page of a listing whose pages have numbers.
 *
 * @param number of the page, from 1
 * @param size how many fit on a page
 * @param items how many there are on all pages
 * @param onIt what is on this one
 */
public record NumberedPage<T>(int number, int size, int items, List<T> onIt) {

    /** The page that the call asks for by {@code PageNumber} and {@code PageSize}. */
    public static <T> NumberedPage<T> of(Parameters parameters, int usualSize, List<T> all) {
        int number = parameters.integerOr("PageNumber", 1);
        int size = parameters.integerOr("PageSize", usualSize);
        return new NumberedPage<>(
                number,
                size,
                all.size(),
                all.stream().skip((number - 1L) * size).limit(size).toList());
    }

    /** How many pages there are. */
    public int pages() {
        return (items + size - 1) / size;
    }
}
