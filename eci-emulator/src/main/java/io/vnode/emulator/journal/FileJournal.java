package io.vnode.emulator.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A journal in a file. A record is handed to the operating system before {@link #append} returns, which is enough to outlive
 * this process; a power failure can take the last seconds.
 *
 * @param <T> what a line says
 */
final class FileJournal<T> implements Journal<T> {

    private static final Logger LOGGER = System.getLogger(FileJournal.class.getName());

    /** Below this, a journal is never too long. */
    private static final long SHORT = 4L * 1024 * 1024;

    private final Path file;
    private final RecordLines<T> lines;
    private FileChannel channel;
    private long soundLength;
    private long longFrom = SHORT;

    FileJournal(Path file, RecordLines<T> lines) throws IOException {
        this.file = file;
        this.lines = lines;
        this.channel = open(file);
        this.soundLength = channel.size();
    }

    /** Where a shorter journal is written before it takes the place of this one. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static FileChannel open(Path file) throws IOException {
        return PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void replay(Consumer<? super T> reader) {
        try (LineInput in = new LineInput(Files.newInputStream(file))) {
            long sound = 0;
            int number = 0;
            boolean torn = false;
            for (byte[] line = in.next(); line != null; line = in.next()) {
                number++;
                if (!lines.sound(line)) {
                    torn = true; // the last words of a process that was killed, unless there is something behind
                    continue;
                }
                T record = torn ? null : lines.read(line);
                if (record == null) {
                    throw new JournalException(
                            "%s is damaged in or before line %d, or of another version of the emulator"
                                    .formatted(file, number));
                }
                reader.accept(record);
                sound += line.length + 1L;
            }
            cutTo(sound);
            longFrom = Math.max(SHORT, 2 * sound);
        } catch (IOException e) {
            throw new JournalException("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    private void cutTo(long length) throws IOException {
        channel.truncate(length);
        channel.position(length);
        soundLength = length;
    }

    @Override
    public void append(T record) {
        byte[] line = lines.write(record);
        try {
            if (channel.size() != soundLength) {
                cutTo(soundLength); // what an earlier failure left behind and could not remove
            }
            write(channel, line);
            soundLength += line.length;
        } catch (IOException e) {
            forgetHalfALine();
            throw new JournalException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void forgetHalfALine() {
        try {
            cutTo(soundLength);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "half a line stays at the end of " + file + " until the next write", e);
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            int _ = channel.write(rest);
        }
    }

    @Override
    public void compactWhenLong(Supplier<Stream<? extends T>> presentState) {
        if (soundLength < longFrom) {
            return;
        }
        try {
            compact(presentState.get());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, file + " cannot be made shorter and goes on growing", e);
        }
        longFrom = Math.max(SHORT, 2 * soundLength);
    }

    /** The old journal is complete until the new one is, and the new one takes its place in one step. */
    private void compact(Stream<? extends T> records) throws IOException {
        Path shorter = unfinished(file);
        Files.deleteIfExists(shorter);
        FileChannel replacement = open(shorter);
        try {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(replacement), 64 * 1024);
            for (Iterator<? extends T> each = records.iterator(); each.hasNext(); ) {
                out.write(lines.write(each.next()));
            }
            out.flush();
            replacement.force(true);
            Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            replacement.close();
            Files.deleteIfExists(shorter);
            throw e;
        }
        FileChannel old = channel;
        channel = replacement;
        soundLength = replacement.position();
        old.close();
    }

    void close() {
        try (FileChannel closing = channel) {
            closing.force(true);
        } catch (IOException e) {
            throw new JournalException("%s cannot be closed: %s".formatted(file, e), e);
        }
    }
}
