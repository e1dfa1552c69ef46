package io.vnode.emulator.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory with the journals of one emulator. While it is open, no other process can open it. */
public final class StateDirectory implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;
    private final List<FileJournal<?>> journals = new ArrayList<>();

    private StateDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a directory, creating it when needed. Only its owner can read what is in it: container groups carry secrets.
     *
     * @throws JournalException when it cannot be used, for example because another emulator uses it
     */
    public static StateDirectory open(Path folder) {
        try {
            PrivateFiles.createFolder(folder);
            FileChannel lock =
                    PrivateFiles.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new JournalException("%s is in use by another emulator".formatted(folder));
            }
            return new StateDirectory(folder, lock);
        } catch (IOException e) {
            throw new JournalException("%s cannot be used: %s".formatted(folder, e), e);
        }
    }

    /** The kernel ends the lock together with the process, however that ends. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // another emulator in this process
        }
    }

    /**
     * The journal of a room, in a file of this name.
     *
     * @throws JournalException when the file cannot be opened or is not a journal
     */
    public <T> Journal<T> journal(String name, Class<T> type) {
        Path file = folder.resolve(name + ".journal");
        try {
            Files.deleteIfExists(FileJournal.unfinished(file));
            FileJournal<T> journal = new FileJournal<>(file, new RecordLines<>(type));
            journals.add(journal);
            return journal;
        } catch (IOException e) {
            throw new JournalException("%s cannot be opened: %s".formatted(file, e), e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            journals.forEach(FileJournal::close);
        } catch (IOException e) {
            throw new JournalException("%s cannot be closed: %s".formatted(folder, e), e);
        }
    }
}
