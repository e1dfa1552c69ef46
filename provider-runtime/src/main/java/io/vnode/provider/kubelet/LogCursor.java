package io.vnode.provider.kubelet;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how far a log has been read. ECI gives snapshots that overlap; what is new in one is what comes after the last
 * line seen, and of lines with the very same time those beyond the number already seen.
 */
final class LogCursor {

    private @Nullable Instant last;
    private int seenAtLast;

    /** From when on to ask for the next snapshot; null before anything was seen. */
    @Nullable
    Instant from() {
        return last;
    }

    /** The new lines of a snapshot whose lines begin with their time. */
    List<String> fresh(List<String> snapshot) {
        List<String> fresh = new ArrayList<>();
        Instant known = last;
        int seenThere = seenAtLast;
        for (String line : snapshot) {
            Instant time = timeOf(line);
            if (time == null || (known != null && time.isBefore(known))) {
                continue;
            }
            if (time.equals(known) && seenThere > 0) {
                seenThere--;
                continue;
            }
            fresh.add(line);
            seenAtLast = time.equals(last) ? seenAtLast + 1 : 1;
            last = time;
        }
        return fresh;
    }

    /** A line without its time. */
    static String textOf(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? "" : line.substring(blank + 1);
    }

    private static @Nullable Instant timeOf(String line) {
        int blank = line.indexOf(' ');
        try {
            return Instant.parse(blank < 0 ? line : line.substring(0, blank));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
