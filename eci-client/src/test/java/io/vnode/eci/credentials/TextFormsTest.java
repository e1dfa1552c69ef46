package io.vnode.eci.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.http.Proxies;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends up in logs when somebody logs one of these types. */
class TextFormsTest {

    private static final String HIDDEN = "hidden-word";
    private static final Credentials KEY = new Credentials("LTAI-id", HIDDEN, HIDDEN, TestClock.START);

    private static Surroundings surroundings() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://user:" + HIDDEN + "@proxy.example.org"), null);
        return new Surroundings(
                Map.of("ECI_ACCESS_KEY", "LTAI-id", "ECI_SECRET_KEY", HIDDEN),
                Map.of("alibabacloud.accessKeySecret", HIDDEN),
                Path.of("/home/me"),
                proxies,
                Clock.systemUTC(),
                _ -> {});
    }

    static Stream<Object> typesThatKnowASecret() {
        CredentialsProvider fixed = CredentialsProvider.fixed(KEY);
        StsExchange sts = surroundings().sts("cn-hangzhou");
        StandardChain chain = new StandardChain(surroundings());
        chain.credentials();
        TemporaryCredentials temporary = new TemporaryCredentials(() -> KEY, new TestClock(), _ -> {});
        Profile profile = new Profile("profile", Map.of("access_key_id", "id", "access_key_secret", HIDDEN));
        return Stream.of(
                KEY,
                fixed,
                surroundings(),
                surroundings().proxies(),
                sts,
                chain,
                temporary,
                profile,
                profile.link(surroundings(), _ -> fixed),
                new AssumedRole(sts, fixed, "role", "session", HIDDEN),
                new OidcRole(sts, "role", "provider", Path.of("token"), "session"),
                new KeyServer(URI.create("http://keys.example.org/" + HIDDEN + "?x=" + HIDDEN), Proxies.none()),
                new InstanceRole(InstanceRole.SERVICE, "role", true),
                KeysInSettings.addon(surroundings()),
                new SecretDirectory.Snapshot(KEY, true),
                List.of(KEY));
    }

    @ParameterizedTest
    @MethodSource("typesThatKnowASecret")
    void neverShowIt(Object type) {
        assertThat(type.toString()).doesNotContain(HIDDEN);
    }

    @Test
    void ofSecretFilesIsTheirFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("access-key-id"), "LTAI-id");
        Files.writeString(folder.resolve("access-key-secret"), HIDDEN);
        CredentialsProvider files = CredentialsProvider.secretFiles(folder);
        files.credentials();

        assertThat(files).hasToString("Secret files in " + folder);
    }
}
