package io.vnode.eci.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of profiles, whole and not too long. */
final class ProfileFile {

    private static final int LONGEST = 1024 * 1024;

    private ProfileFile() {}

    static byte[] read(Path file, String place) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (IOException e) {
            throw CredentialsException.lasting(
                    place, "it cannot be read: " + e.getClass().getSimpleName(), "check the file's owner and mode");
        }
        if (bytes.length > LONGEST) {
            throw CredentialsException.lasting(place, "it is longer than 1 MiB", "check whether it is the right file");
        }
        return bytes;
    }
}
