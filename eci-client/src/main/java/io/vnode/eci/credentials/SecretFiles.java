package io.vnode.eci.credentials;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The access key in the files of a mounted Secret. A key once read stays in use for as long as the files are missing,
 * incomplete or in the middle of being changed.
 */
final class SecretFiles implements CredentialsProvider {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** After this time without another change, half a change was all there was to it. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private final SecretDirectory directory;
    private final Clock clock;
    private final AtomicReference<@Nullable Look> last = new AtomicReference<>();

    /**
     * What was seen.
     *
     * @param used the key in use
     * @param at when it was looked for last
     * @param other another key in the files that may be a mixture of two
     * @param otherSince since when the files have said so
     */
    private record Look(
            Credentials used, Instant at, @Nullable Credentials other, Instant otherSince) {}

    SecretFiles(Path directory, Clock clock) {
        this.directory = new SecretDirectory(directory);
        this.clock = clock;
    }

    @Override
    public Credentials credentials() {
        Look before = last.get();
        if (before != null && clock.instant().isBefore(before.at().plus(LOOK_EVERY))) {
            return before.used();
        }
        return look(before);
    }

    @Override
    public Credentials refreshed(Credentials refused) {
        Look before = last.get();
        return before == null || before.used().sameKeyAs(refused) ? look(before) : before.used();
    }

    private Credentials look(@Nullable Look before) {
        Instant now = clock.instant();
        Look after;
        if (before == null) {
            after = new Look(directory.snapshot().credentials(), now, null, now);
        } else {
            after = next(before, now);
        }
        last.set(after);
        return after.used();
    }

    private Look next(Look before, Instant now) {
        SecretDirectory.Snapshot found;
        try {
            found = directory.snapshot();
        } catch (CredentialsException _) {
            return new Look(before.used(), now, null, now);
        }
        if (found.whole() || !halfOf(before.used(), found.credentials())) {
            return new Look(found.credentials(), now, null, now);
        }
        boolean stillThatOne = found.credentials().equals(before.other());
        Instant since = stillThatOne ? before.otherSince() : now;
        return now.isBefore(since.plus(SETTLED))
                ? new Look(before.used(), now, found.credentials(), since)
                : new Look(found.credentials(), now, null, now);
    }

    /** Files that are written one after the other show, for a moment, one half of the old key and one of the new. */
    private static boolean halfOf(Credentials before, Credentials found) {
        return before.accessKeyId().equals(found.accessKeyId())
                != before.accessKeySecret().equals(found.accessKeySecret());
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
