package io.vnode.emulator.ram;

import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.List;

/**
 * One page of a listing.
 *
 * @param items what is on it
 * @param marker where the next one begins; empty for the last
 */
record Page<T>(List<T> items, String marker) {

    private static final int DEFAULT_ITEMS = 100;

    static <T> Page<T> of(Parameters parameters, List<T> all) {
        String marker = parameters.textOr("Marker", "0");
        if (!marker.matches("\\d{1,9}") || Integer.parseInt(marker) > all.size()) {
            throw new ApiException(400, "InvalidParameter.Marker", "The parameter Marker is none that was given out.");
        }
        int begin = Integer.parseInt(marker);
        int end = Math.min(all.size(), begin + parameters.integerOr("MaxItems", DEFAULT_ITEMS));
        return new Page<>(all.subList(begin, end), end < all.size() ? String.valueOf(end) : "");
    }

    boolean truncated() {
        return !marker.isEmpty();
    }
}
