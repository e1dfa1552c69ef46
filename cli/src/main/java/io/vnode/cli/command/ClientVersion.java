package io.vnode.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of this command, as the build wrote it down. */
public final class ClientVersion {

    private ClientVersion() {}

    /** For example {@code 1.2.0}. */
    public static String text() {
        try (InputStream stream = ClientVersion.class.getResourceAsStream("/io/vnode/cli/version.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
