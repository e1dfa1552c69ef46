package io.vnode.eci.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Changes files as the kubelet does: a new directory, then the link {@code ..data} moved to it, then the old one removed. */
final class MountedSecret {

    private final Path directory;
    private int version;

    MountedSecret(Path directory) {
        this.directory = directory;
    }

    void write(Map<String, String> files) throws IOException {
        Path old = Files.exists(directory.resolve("..data"))
                ? directory.resolve("..data").toRealPath()
                : null;
        Path target = Files.createDirectory(directory.resolve("..version_" + version++));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
            Path link = directory.resolve(file.getKey());
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("..data", file.getKey()));
            }
        }
        Path fresh = Files.createSymbolicLink(directory.resolve("..data_tmp"), target.getFileName());
        Files.move(fresh, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        if (old != null) {
            remove(old);
        }
    }

    private static void remove(Path old) throws IOException {
        try (var files = Files.list(old)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(old);
    }
}
