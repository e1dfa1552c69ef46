package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1100);

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock();

    @Test
    void giveTheKeyOfAMountedSecretWithoutTheLineEndsOfItsFiles() throws IOException {
        new MountedSecret(directory).write(Map.of("access-key-id", "id-1\n", "access-key-secret", "secret-1\r\n"));

        assertThat(files().credentials()).isEqualTo(Credentials.of("id-1", "secret-1"));
    }

    @Test
    void giveTheTokenOfATemporaryKey() throws IOException {
        new MountedSecret(directory)
                .write(Map.of("access-key-id", "id-1", "access-key-secret", "secret-1", "security-token", "token-1"));

        assertThat(files().credentials()).isEqualTo(new Credentials("id-1", "secret-1", "token-1"));
    }

    @Test
    void giveTheNewKeyOnceTheSecretHasRotated() throws IOException {
        MountedSecret secret = new MountedSecret(directory);
        secret.write(pair("1"));
        SecretFiles files = files();
        files.credentials();
        secret.write(pair("2"));

        clock.advance(A_MOMENT);

        assertThat(files.credentials()).isEqualTo(Credentials.of("id-2", "secret-2"));
    }

    @Test
    void lookAtOnceWhenTheKeyWasRefused() throws IOException {
        MountedSecret secret = new MountedSecret(directory);
        secret.write(pair("1"));
        SecretFiles files = files();
        Credentials refused = files.credentials();
        secret.write(pair("2"));

        assertThat(files.refreshed(refused)).isEqualTo(Credentials.of("id-2", "secret-2"));
    }

    @Test
    void giveTheSameKeyAgainWhenItWasRefusedAndThereIsNoOther() throws IOException {
        new MountedSecret(directory).write(pair("1"));
        SecretFiles files = files();
        Credentials refused = files.credentials();

        assertThat(files.refreshed(refused).sameKeyAs(refused)).isTrue();
    }

    @Test
    void neverGiveHalfOfOneKeyAndHalfOfAnotherWhileTheSecretRotatesAllTheTime() throws Exception {
        MountedSecret secret = new MountedSecret(directory);
        secret.write(pair("0"));
        SecretDirectory reader = new SecretDirectory(directory);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                for (int i = 1; i <= 300; i++) {
                    secret.write(pair("" + i));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                done.set(true);
            }
        });

        int reads = 0;
        while (!done.get() || reads == 0) {
            try {
                Credentials found = reader.snapshot().credentials();
                assertThat(found.accessKeySecret())
                        .isEqualTo("secret-" + found.accessKeyId().substring(3));
                reads++;
            } catch (CredentialsException _) {
                // moved away three times in a row; the provider would keep what it has
            }
        }

        writer.join();
        assertThat(reads).isPositive();
    }

    @Test
    void keepTheLastKeyWhenTheFilesVanish() throws IOException {
        Files.writeString(directory.resolve("access-key-id"), "id-1");
        Files.writeString(directory.resolve("access-key-secret"), "secret-1");
        SecretFiles files = files();
        files.credentials();
        Files.delete(directory.resolve("access-key-id"));
        Files.delete(directory.resolve("access-key-secret"));

        clock.advance(A_MOMENT);

        assertThat(files.credentials()).isEqualTo(Credentials.of("id-1", "secret-1"));
        assertThat(files.refreshed(Credentials.of("id-1", "secret-1"))).isEqualTo(Credentials.of("id-1", "secret-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "two\nlines"})
    void keepTheLastKeyWhileAFileIsIncomplete(String halfWritten) throws IOException {
        MountedSecret secret = new MountedSecret(directory);
        secret.write(pair("1"));
        SecretFiles files = files();
        files.credentials();
        secret.write(Map.of("access-key-id", "id-2", "access-key-secret", halfWritten));

        clock.advance(A_MOMENT);

        assertThat(files.credentials()).isEqualTo(Credentials.of("id-1", "secret-1"));
    }

    @Test
    void waitForTheOtherHalfWhereFilesAreWrittenOneAfterTheOther() throws IOException {
        Files.writeString(directory.resolve("access-key-id"), "id-1");
        Files.writeString(directory.resolve("access-key-secret"), "secret-1");
        SecretFiles files = files();
        files.credentials();

        Files.writeString(directory.resolve("access-key-id"), "id-2");
        clock.advance(A_MOMENT);
        assertThat(files.credentials()).isEqualTo(Credentials.of("id-1", "secret-1"));

        Files.writeString(directory.resolve("access-key-secret"), "secret-2");
        clock.advance(A_MOMENT);
        assertThat(files.credentials()).isEqualTo(Credentials.of("id-2", "secret-2"));
    }

    @Test
    void takeACorrectedSecretForTheSameIdOnceItHasSettled() throws IOException {
        Files.writeString(directory.resolve("access-key-id"), "id-1");
        Files.writeString(directory.resolve("access-key-secret"), "mistyped");
        SecretFiles files = files();
        files.credentials();
        Files.writeString(directory.resolve("access-key-secret"), "secret-1");

        clock.advance(A_MOMENT);
        assertThat(files.credentials().accessKeySecret()).isEqualTo("mistyped");

        clock.advance(Duration.ofSeconds(10));
        assertThat(files.credentials()).isEqualTo(Credentials.of("id-1", "secret-1"));
    }

    @Test
    void sayWhichFileIsMissingAndWhatToDo() throws IOException {
        Files.writeString(directory.resolve("access-key-id"), "id-1");

        CredentialsException failure = catchThrowableOfType(CredentialsException.class, () -> files().credentials());

        assertThat(failure)
                .hasMessage("no access key: Secret files in %s: access-key-secret does not exist"
                        .formatted(directory)
                        .concat(" (it needs the files access-key-id and access-key-secret)"));
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void neverQuoteWhatIsInTheFiles() throws IOException {
        Files.writeString(directory.resolve("access-key-id"), "id-1");
        Files.writeString(directory.resolve("access-key-secret"), "half-a-secret and-another");

        assertThatThrownBy(() -> files().credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("access-key-secret is not one word of ASCII characters")
                .message()
                .doesNotContain("half-a", "another");
        assertThat(new SecretFiles(directory, Clock.systemUTC())).hasToString("Secret files in " + directory);
    }

    private SecretFiles files() {
        return new SecretFiles(directory, clock);
    }

    private static Map<String, String> pair(String number) {
        return Map.of("access-key-id", "id-" + number, "access-key-secret", "secret-" + number);
    }
}
