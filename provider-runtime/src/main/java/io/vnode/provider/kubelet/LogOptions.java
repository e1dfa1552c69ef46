package io.vnode.provider.kubelet;

import io.vnode.provider.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log is wanted, as {@code kubectl logs} says it.
 *
 * @param tailLines only so many of the newest lines; null for all there are
 * @param sinceSeconds only lines of so many seconds
 * @param sinceTime only lines from this moment on
 * @param limitBytes only so many bytes
 * @param timestamps whether lines begin with their time
 * @param previous whether the run before this one is meant
 * @param follow whether lines to come are wanted too
 */
record LogOptions(
        @Nullable Integer tailLines,
        @Nullable Integer sinceSeconds,
        @Nullable Instant sinceTime,
        @Nullable Long limitBytes,
        boolean timestamps,
        boolean previous,
        boolean follow) {

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException saying which option has which wrong value
     */
    static LogOptions of(HttpRequest request) {
        Long tail = number(request, "tailLines", 0);
        Long seconds = number(request, "sinceSeconds", 1);
        Instant time = time(request, "sinceTime");
        if (seconds != null && time != null) {
            throw new IllegalArgumentException("sinceSeconds and sinceTime exclude each other");
        }
        return new LogOptions(
                tail == null ? null : (int) Math.min(tail, Integer.MAX_VALUE),
                seconds == null ? null : (int) Math.min(seconds, Integer.MAX_VALUE),
                time,
                number(request, "limitBytes", 1),
                flag(request, "timestamps"),
                flag(request, "previous"),
                flag(request, "follow"));
    }

    /** Whether no line of the past is wanted. */
    boolean nothingOfThePast() {
        return tailLines != null && tailLines == 0;
    }

    private static @Nullable Long number(HttpRequest request, String name, long least) {
        String text = request.parameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < least) {
            throw new IllegalArgumentException(
                    "%s is '%s'; it must be a number from %d on".formatted(name, text, least));
        }
        return Long.parseLong(text);
    }

    private static @Nullable Instant time(HttpRequest request, String name) {
        String text = request.parameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("%s is '%s'; it must be a time as in RFC 3339".formatted(name, text));
        }
    }

    private static boolean flag(HttpRequest request, String name) {
        String text = request.parameter(name);
        return "true".equals(text) || "1".equals(text);
    }
}
