package io.vnode.emulator.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes. What stands behind the last line end is no line. */
final class LineInput implements AutoCloseable {

    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private int position;
    private int end;

    LineInput(InputStream in) {
        this.in = in;
    }

    /** The next line, without its end; null when there is none. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (position < end || fill()) {
            int start = position;
            while (position < end && chunk[position] != '\n') {
                position++;
            }
            line.write(chunk, start, position - start);
            if (position < end) {
                position++;
                return line.toByteArray();
            }
        }
        return null;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(chunk, 0, chunk.length));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
