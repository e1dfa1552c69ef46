package io.vnode.emulator.action;

import io.vnode.emulator.state.LogLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as text, written as the kubelet writes them.
 *
 * @param since leaves out what was printed before; null for nothing
 * @param timestamps begins each line with its time
 */
record LogText(@Nullable Instant since, boolean timestamps) {

    private static final DateTimeFormatter NANOSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    /** The text, cut at its end when it has more than so many bytes. */
    String of(List<LogLine> lines, int maxBytes) {
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            if (since == null || !line.time().isBefore(since)) {
                if (timestamps) {
                    text.append(NANOSECONDS.format(line.time())).append(' ');
                }
                text.append(line.text()).append('\n');
            }
        }
        return cut(text, maxBytes);
    }

    /** Only whole characters are kept. */
    private static String cut(CharSequence text, int maxBytes) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(maxBytes, text.length() * 3L)); // no character needs more
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), bytes, true);
        bytes.flip();
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
