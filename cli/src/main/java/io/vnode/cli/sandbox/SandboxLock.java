package io.vnode.cli.sandbox;

import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one process that starts or stops a sandbox. The system lets go of it when that process ends, however it ends;
 * and no file stays behind.
 */
final class SandboxLock implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path file;
    private final FileChannel channel;

    private SandboxLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits until nobody else holds it.
     *
     * @param onWait is called once if somebody does
     * @throws ProblemException when that takes too long
     */
    static SandboxLock take(SandboxFiles files, Duration patience, Runnable onWait)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            SandboxLock lock = tryTake(files.lock());
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new ProblemException(SandboxProblems.busy(files.name(), patience));
            }
            if (!told) {
                onWait.run();
                told = true;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file); // while it is still held; see stillThere
        channel.close();
        Path folder = Objects.requireNonNull(file.getParent());
        PrivateFiles.deleteIfEmpty(folder);
        PrivateFiles.deleteIfEmpty(Objects.requireNonNull(folder.getParent()));
    }

    private static @Nullable SandboxLock tryTake(Path file) throws IOException {
        PrivateFiles.createFolder(Objects.requireNonNull(file.getParent()));
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException _) {
            return null; // whoever let go just now has removed the empty folder
        }
        try {
            if (channel.tryLock() != null && stillThere(file, channel)) {
                return new SandboxLock(file, channel);
            }
        } catch (OverlappingFileLockException _) {
            // another thread of this process holds it
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    /** The holder before us removed the file when it let go; then what we locked is no longer what others will lock. */
    private static boolean stillThere(Path file, FileChannel channel) throws IOException {
        String mark = UUID.randomUUID().toString();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        try {
            return Files.readString(file).equals(mark);
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
