package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A directory with an access key in files. Kubernetes changes all files of a mounted Secret at once, by pointing the link
 * {@code ..data} to another directory; where there is that link, a key is read from one such directory or not at all.
 */
record SecretDirectory(Path path) {

    private static final String ALL_AT_ONCE = "..data";
    private static final String ID = "access-key-id";
    private static final String SECRET = "access-key-secret";
    private static final String TOKEN = "security-token";

    private static final int LONGEST = 16 * 1024;
    private static final int ATTEMPTS = 3;

    /**
     * A key as it was found.
     *
     * @param whole whether it is certain that its parts belong together
     */
    record Snapshot(Credentials credentials, boolean whole) {}

    Snapshot snapshot() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Path target = target();
            Path source = target == null ? path : target;
            FileTime[] before = times(source);
            Credentials found;
            try {
                found = credentialsIn(source);
            } catch (CredentialsException e) {
                if (attempt < ATTEMPTS && target != null && !target.equals(target())) {
                    continue; // the old directory was taken away under our hands
                }
                throw e;
            }
            if (target != null || Arrays.equals(before, times(source))) {
                return new Snapshot(found, target != null);
            }
        }
        throw CredentialsException.passing(toString(), "the files are being changed", "try again");
    }

    private @Nullable Path target() {
        try {
            return path.resolve(ALL_AT_ONCE).toRealPath();
        } catch (IOException _) {
            return null;
        }
    }

    private Credentials credentialsIn(Path source) {
        String token = Files.exists(source.resolve(TOKEN)) ? part(source, TOKEN) : null;
        return new Credentials(part(source, ID), part(source, SECRET), token);
    }

    private String part(Path source, String name) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(source.resolve(name))) {
            bytes = in.readNBytes(LONGEST + 1);
        } catch (NoSuchFileException _) {
            throw bad(name, "does not exist");
        } catch (IOException e) {
            throw bad(name, "cannot be read: " + e.getClass().getSimpleName());
        }
        String text = new String(bytes, US_ASCII).strip();
        if (text.isEmpty()) {
            throw bad(name, "is empty");
        }
        if (bytes.length > LONGEST || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw bad(name, "is not one word of ASCII characters");
        }
        return text;
    }

    private static FileTime[] times(Path source) {
        return new FileTime[] {time(source.resolve(ID)), time(source.resolve(SECRET)), time(source.resolve(TOKEN))};
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private CredentialsException bad(String name, String why) {
        return CredentialsException.lasting(
                toString(), "%s %s".formatted(name, why), "it needs the files %s and %s".formatted(ID, SECRET));
    }

    @Override
    public String toString() {
        return "Secret files in " + path;
    }
}
