package io.vnode.cli.sandbox.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, without reading the rest of it. */
public final class LogTail {

    private static final int WINDOW = 16 * 1024;
    /** Go programs put whole stack traces into one line. */
    private static final int LONGEST = 400;

    private LogTail() {}

    /** The last lines that are not empty, each cut to a readable length; none when the file cannot be read. */
    public static List<String> of(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - WINDOW);
            byte[] end = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line)
                    .toList();
            return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException _) {
            return List.of();
        }
    }
}
