package io.vnode.eci.credentials;

import static io.vnode.eci.credentials.KeyService.error;
import static io.vnode.eci.credentials.KeyService.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.credentials.KeyService.Reply;
import io.vnode.eci.credentials.KeyService.Request;
import io.vnode.eci.http.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    private static final String ROLE = "acs:ram::1234567890123456:role/vnode";
    private static final String PROVIDER = "acs:ram::1234567890123456:oidc-provider/ack-rrsa";

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void areAssumedWithTheTokenThatIsInTheFileAtThatMoment() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "jwt-1\n");
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            OidcRole role = oidc(sts, token);

            assertThat(role.fetch()).isEqualTo(KeyService.CREDENTIALS);
            Files.writeString(token, "jwt-2");
            role.fetch();

            assertThat(sts.requests())
                    .extracting(request -> request.form().get("OIDCToken"))
                    .containsExactly("jwt-1", "jwt-2");
            assertThat(sts.requests().getFirst().form())
                    .containsEntry("Action", "AssumeRoleWithOIDC")
                    .containsEntry("Version", "2015-04-01")
                    .containsEntry("Format", "JSON")
                    .containsEntry("RoleArn", ROLE)
                    .containsEntry("OIDCProviderArn", PROVIDER)
                    .containsEntry("RoleSessionName", "session")
                    .containsEntry("DurationSeconds", "3600")
                    .doesNotContainKeys("Signature", "AccessKeyId");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "jwt secret-part"})
    void areNotAskedForWithSomethingThatIsNoToken(String content) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), content);
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            assertThatThrownBy(() -> oidc(sts, token).fetch())
                    .hasMessageContaining("does not hold a token")
                    .message()
                    .doesNotContain("secret-part");
            assertThat(sts.requests()).isEmpty();
        }
    }

    @Test
    void needTheTokenFile() throws IOException {
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            assertThatThrownBy(() -> oidc(sts, folder.resolve("none")).fetch())
                    .hasMessageContaining("token file " + folder.resolve("none") + " does not exist")
                    .hasMessageContaining("RRSA");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, AuthenticationFail.OIDCToken.Expired, false",
        "403, NoPermission, false",
        "404, EntityNotExist.Role, false",
        "503, ServiceUnavailable, true",
        "400, Throttling.User, true",
        "429, TooMany, true"
    })
    void areRefusedWithTheCodeButNeverWithWhatWasSent(int status, String code, boolean passing) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "temporary-token");
        try (KeyService sts = KeyService.answering(_ -> error(status, code))) {
            CredentialsException failure = catchThrowableOfType(
                    CredentialsException.class, () -> oidc(sts, token).fetch());

            assertThat(failure)
                    .hasMessageStartingWith(
                            "no access key: OIDC role " + ROLE + ": STS says " + code + " (request R-1)");
            assertThat(failure.passing()).isEqualTo(passing);
            assertThat(failure.getMessage()).doesNotContain("temporary-token");
        }
    }

    @Test
    void areAssumedWithASignedRequest() throws IOException {
        Credentials signer = new Credentials("signer", "signer-secret", "signer-token");
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            assertThat(assumed(sts, CredentialsProvider.fixed(signer)).fetch()).isEqualTo(KeyService.CREDENTIALS);

            Request request = sts.requests().getFirst();
            var signed = new TreeMap<>(request.form());
            String signature = signed.remove("Signature");
            assertThat(signed)
                    .containsEntry("Action", "AssumeRole")
                    .containsEntry("AccessKeyId", "signer")
                    .containsEntry("SecurityToken", "signer-token")
                    .containsEntry("ExternalId", "agreed")
                    .containsEntry("Timestamp", "2026-11-22T12:00:00Z");
            assertThat(signature).isEqualTo(RpcSignature.of("POST", signed, "signer-secret"));
        }
    }

    @Test
    void areAssumedWithTheNextKeyWhenTheFirstIsRefused() throws IOException {
        try (KeyService sts = KeyService.answering(RolesTest::onlyTheNewKey)) {
            assertThat(assumed(sts, rotated()).fetch()).isEqualTo(KeyService.CREDENTIALS);
            assertThat(sts.requests()).hasSize(2);
        }
    }

    @Test
    void areNotAskedForTwiceWithTheSameKey() throws IOException {
        try (KeyService sts = KeyService.answering(_ -> error(404, "InvalidAccessKeyId.NotFound"))) {
            assertThatThrownBy(() -> assumed(
                                    sts, CredentialsProvider.fixed(Credentials.of("LTAI-the-signer", "signer-secret")))
                            .fetch())
                    .isInstanceOf(CredentialsException.class)
                    .hasMessageContaining("InvalidAccessKeyId.NotFound")
                    .hasMessageContaining("fixed access key ****gner")
                    .message()
                    .doesNotContain("signer-secret");
            assertThat(sts.requests()).hasSize(1);
        }
    }

    @Test
    void mayComeFromACredentialsUriOfWhichOnlyTheHostIsShown() throws IOException {
        try (KeyService service = KeyService.answering(_ -> good(KeyService.KEY))) {
            KeyServer source = new KeyServer(service.uri().resolve("/keys?ticket=hidden"), Proxies.none());

            assertThat(source.fetch()).isEqualTo(KeyService.CREDENTIALS);
            assertThat(source).hasToString("credentials URI at 127.0.0.1");
        }
    }

    @Test
    void ofACredentialsUriThatRefusesAreNotThere() throws IOException {
        try (KeyService service = KeyService.answering(_ -> new Reply(403, "hidden"))) {
            assertThatThrownBy(() -> new KeyServer(service.uri(), Proxies.none()).fetch())
                    .hasMessageContaining("it answers with status 403")
                    .message()
                    .doesNotContain("hidden");
        }
    }

    private static Reply onlyTheNewKey(Request request) {
        return "new".equals(request.form().get("AccessKeyId"))
                ? good(KeyService.STS_ANSWER)
                : error(403, "InvalidSecurityToken.Expired");
    }

    private static CredentialsProvider rotated() {
        return new CredentialsProvider() {
            @Override
            public Credentials credentials() {
                return Credentials.of("old", "old-secret");
            }

            @Override
            public Credentials refreshed(Credentials refused) {
                return Credentials.of("new", "new-secret");
            }
        };
    }

    private OidcRole oidc(KeyService sts, Path token) {
        return new OidcRole(new StsExchange(sts.uri(), Proxies.none(), clock), ROLE, PROVIDER, token, "session");
    }

    private AssumedRole assumed(KeyService sts, CredentialsProvider identity) {
        return new AssumedRole(new StsExchange(sts.uri(), Proxies.none(), clock), identity, ROLE, "session", "agreed");
    }
}
