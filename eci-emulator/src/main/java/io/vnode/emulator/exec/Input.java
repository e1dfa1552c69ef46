package io.vnode.emulator.exec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was typed or piped in and nobody has read yet. */
final class Input {

    /** What may wait here. A caller that sends more does not look at what the command does. */
    static final int CAPACITY = 1024 * 1024;

    private final Deque<byte[]> pieces = new ArrayDeque<>(); // an empty piece is an end that can be read over
    private int size;
    private boolean closed;

    /** Adds some bytes; false when they do not fit. */
    boolean add(byte[] bytes) {
        if (closed || bytes.length == 0) {
            return true;
        }
        if (size + bytes.length > CAPACITY) {
            return false;
        }
        size += bytes.length;
        pieces.addLast(bytes.clone());
        return true;
    }

    /** Ends what is read now, as Ctrl-D does: the next reader can go on behind it. */
    void addEnd() {
        pieces.addLast(new byte[0]);
    }

    /** Nothing more will come. */
    void close() {
        closed = true;
    }

    /** Whether the next read finds an end. */
    boolean atEnd() {
        byte[] first = pieces.peekFirst();
        return first == null ? closed : first.length == 0;
    }

    /** Goes past the end that was found. */
    void passEnd() {
        if (!pieces.isEmpty()) {
            pieces.removeFirst();
        }
    }

    /** Some bytes; null when there are none for now, or the end is reached. */
    byte @Nullable [] take() {
        if (pieces.isEmpty() || atEnd()) {
            return null;
        }
        byte[] bytes = pieces.removeFirst();
        size -= bytes.length;
        return bytes;
    }

    /** Whether a line or an end can be read. */
    boolean hasLine() {
        if (atEnd()) {
            return true;
        }
        for (byte[] piece : pieces) {
            if (piece.length == 0 || indexOfNewline(piece) >= 0) {
                return true;
            }
        }
        return closed;
    }

    /** A whole line without its end, or the rest before the end; null when there is none for now. */
    @Nullable
    String takeLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        Deque<byte[]> taken = new ArrayDeque<>();
        for (byte[] piece = take(); piece != null; piece = take()) {
            taken.addLast(piece);
            int end = indexOfNewline(piece);
            if (end >= 0) {
                line.write(piece, 0, end);
                putBack(piece, end + 1);
                return line.toString(StandardCharsets.UTF_8);
            }
            line.writeBytes(piece);
        }
        if (atEnd()) {
            return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
        }
        taken.descendingIterator().forEachRemaining(piece -> putBack(piece, 0));
        return null;
    }

    private void putBack(byte[] piece, int from) {
        if (from < piece.length) {
            byte[] rest = Arrays.copyOfRange(piece, from, piece.length);
            pieces.addFirst(rest);
            size += rest.length;
        }
    }

    private static int indexOfNewline(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Forgets what was not read, as Ctrl-C does. */
    void clear() {
        pieces.clear();
        size = 0;
    }
}
