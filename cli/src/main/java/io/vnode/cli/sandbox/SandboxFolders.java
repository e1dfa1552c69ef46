package io.vnode.cli.sandbox;

import io.vnode.cli.settings.UserDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where sandboxes live on this machine.
 *
 * @param sandboxes the folder with one folder per sandbox
 * @param profiles the folder with the settings profiles of the other commands
 */
public record SandboxFolders(Path sandboxes, Path profiles) {

    /** The places where this user's files belong. */
    public static SandboxFolders of(UserDirectories user) {
        return new SandboxFolders(user.state().resolve("sandbox"), user.config().resolve("profiles"));
    }

    /** The files of one sandbox. */
    public SandboxFiles files(SandboxName name) {
        return new SandboxFiles(
                name,
                sandboxes.resolve(name.value()),
                profiles.resolve(name.profile() + ".yaml"),
                sandboxes.resolve("." + name.value() + ".lock"));
    }

    /** The sandboxes that have a folder here. */
    public List<SandboxName> names() throws IOException {
        if (!Files.isDirectory(sandboxes)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(sandboxes)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(SandboxName::new)
                    .toList();
        }
    }
}
