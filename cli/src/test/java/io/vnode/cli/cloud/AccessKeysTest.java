package io.vnode.cli.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.eci.credentials.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "env-id", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret");
    private static final Credentials INSTALLED = Credentials.of("old-id", "old-secret");

    @TempDir
    Path folder;

    @Test
    void aNamedFileWinsOverTheEnvironment() throws IOException {
        Path file = file("rw-------", "accessKeyId: file-id\naccessKeySecret: file-secret\n");

        Credentials found = keys(ENVIRONMENT, "", Prompt.NOBODY).find(file.toString(), INSTALLED);

        assertThat(found).isEqualTo(Credentials.of("file-id", "file-secret"));
    }

    @Test
    void theEnvironmentWinsOverTheCluster() {
        Credentials found = keys(ENVIRONMENT, "", Prompt.NOBODY).find(null, INSTALLED);

        assertThat(found).isEqualTo(Credentials.of("env-id", "env-secret"));
    }

    @Test
    void theClustersKeyIsKeptWhereNobodyGivesAnother() {
        Credentials found = keys(Map.of(), "", Prompt.NOBODY).find(null, INSTALLED);

        assertThat(found).isEqualTo(INSTALLED);
    }

    @Test
    void standardInputIsReadOnRequest() {
        Credentials found = keys(Map.of(), "accessKeyId: a\naccessKeySecret: b\n", Prompt.NOBODY)
                .find("-", INSTALLED);

        assertThat(found).isEqualTo(Credentials.of("a", "b"));
    }

    @Test
    void aPersonIsAskedLast() {
        Prompt person = new Prompt() {
            @Override
            public String ask(String question) {
                return "typed-id";
            }

            @Override
            public String askHidden(String question) {
                return "typed-secret";
            }
        };

        Credentials found = keys(Map.of(), "", person).find(null, null);

        assertThat(found).isEqualTo(Credentials.of("typed-id", "typed-secret"));
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        Path file = file("rw-r--r--", "accessKeyId: a\naccessKeySecret: b\n");

        ProblemException e = failure(Map.of(), file.toString());

        assertThat(e.problem().code()).isEqualTo(ProblemCode.CREDENTIALS_UNREADABLE);
        assertThat(e.problem().next()).containsExactly("chmod 600 " + file);
    }

    @Test
    void aBrokenFileIsNotQuoted() throws IOException {
        Path file = file("rw-------", "accessKeyId: [planted-secret\n");

        ProblemException e = failure(Map.of(), file.toString());

        assertThat(e.problem().toString()).doesNotContain("planted-secret");
    }

    @Test
    void halfAKeyInTheEnvironmentIsAnError() {
        ProblemException e = failure(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "a"), null);

        assertThat(e.problem().code()).isEqualTo(ProblemCode.CREDENTIALS_MISSING);
        assertThat(e.problem().why().getFirst()).contains("ALIBABA_CLOUD_ACCESS_KEY_SECRET is not");
    }

    @Test
    void noKeyAnywhereIsAnErrorThatSaysWhereToPutOne() {
        ProblemException e = failure(Map.of(), null);

        assertThat(e.problem().code()).isEqualTo(ProblemCode.CREDENTIALS_MISSING);
        assertThat(e.problem().next()).anyMatch(line -> line.contains("--credentials-file"));
    }

    private static AccessKeys keys(Map<String, String> environment, String input, Prompt prompt) {
        return new AccessKeys(environment, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), prompt);
    }

    private static ProblemException failure(Map<String, String> environment, @Nullable String file) {
        return Objects.requireNonNull(
                catchThrowableOfType(ProblemException.class, () -> keys(environment, "", Prompt.NOBODY)
                        .find(file, null)));
    }

    private Path file(String mode, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("key.yaml"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
