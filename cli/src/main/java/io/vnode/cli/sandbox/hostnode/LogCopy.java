package io.vnode.cli.sandbox.hostnode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Copies a log, or its last lines, and goes on while it grows if that was asked for. */
final class LogCopy {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int BLOCK = 8 * 1024;

    private final Path log;
    private final LogRequest request;
    private final BooleanSupplier growing;

    /**
     * A copy to be made.
     *
     * @param growing whether somebody may still write to the log
     */
    LogCopy(Path log, LogRequest request, BooleanSupplier growing) {
        this.log = log;
        this.request = request;
        this.growing = growing;
    }

    void to(OutputStream out) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            Integer lines = request.tailLines();
            file.seek(lines == null ? 0 : startOfLast(lines, file));
            boolean mayGrow;
            do {
                mayGrow =
                        request.follow() && growing.getAsBoolean(); // asked first: what is written until then is copied
                copyRest(file, out);
                out.flush();
                if (mayGrow) {
                    Thread.sleep(LOOK_AGAIN);
                }
            } while (mayGrow);
        }
    }

    private static void copyRest(RandomAccessFile file, OutputStream out) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int read = file.read(block); read > 0; read = file.read(block)) {
            out.write(block, 0, read);
        }
    }

    /** Reads blocks from the end until enough line ends have been seen; the one at the very end does not count. */
    private static long startOfLast(int lines, RandomAccessFile file) throws IOException {
        long end = file.length();
        if (lines == 0) {
            return end;
        }
        byte[] block = new byte[BLOCK];
        int seen = 0;
        for (long start = end; start > 0; ) {
            int size = (int) Math.min(BLOCK, start);
            start -= size;
            file.seek(start);
            file.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n' && start + i != end - 1 && ++seen == lines) {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }
}
