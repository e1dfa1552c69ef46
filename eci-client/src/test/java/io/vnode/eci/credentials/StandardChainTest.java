package io.vnode.eci.credentials;

import static io.vnode.eci.credentials.KeyService.error;
import static io.vnode.eci.credentials.KeyService.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.credentials.CredentialsException.Attempt;
import io.vnode.eci.credentials.KeyService.Reply;
import io.vnode.eci.credentials.KeyService.Request;
import io.vnode.eci.http.Proxies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardChainTest {

    @TempDir
    private Path home;

    private final TestClock clock = new TestClock();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void noMetadataService() {
        environment.put("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    }

    @Test
    void takesTheVariablesOfTheAddonFirst() {
        environment.putAll(Map.of("ECI_ACCESS_KEY", "addon", "ECI_SECRET_KEY", "s"));
        environment.putAll(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "general", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"));
        properties.putAll(Map.of("alibabacloud.accessKeyId", "property", "alibabacloud.accessKeySecret", "s"));

        assertThat(chain().credentials()).isEqualTo(Credentials.of("addon", "s"));
    }

    @Test
    void takesSystemPropertiesBeforeTheGeneralVariables() {
        environment.putAll(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "general", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"));
        properties.putAll(Map.of("alibabacloud.accessKeyId", "property", "alibabacloud.accessKeyIdSecret", "s"));

        assertThat(chain().credentials()).isEqualTo(Credentials.of("property", "s"));
    }

    @Test
    void takesTheTokenOfTheGeneralVariablesWithThem() {
        environment.putAll(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "general", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s"));
        environment.put("ALIBABA_CLOUD_SECURITY_TOKEN", "t");

        assertThat(chain().credentials()).isEqualTo(new Credentials("general", "s", "t"));
    }

    @Test
    void doesNotPassOverHalfAKey() throws IOException {
        environment.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "general");
        cliFile("""
                {"profiles": [{"name": "default", "mode": "AK", "access_key_id": "cli", "access_key_secret": "s"}]}""");

        assertThatThrownBy(() -> chain().credentials())
                .hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set, the other is");
    }

    @Test
    void assumesTheRoleOfTheServiceAccountWhenItsThreeVariablesAreSet() throws IOException {
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            oidc(sts);

            assertThat(chain().credentials()).isEqualTo(KeyService.CREDENTIALS);
            assertThat(sts.requests().getFirst().form()).containsEntry("RoleSessionName", "vnode");
        }
    }

    @Test
    void doesNotGoOnToAnotherIdentityWhenTheOneThatIsSetUpFails() throws IOException {
        cliFile("""
                {"profiles": [{"name": "default", "mode": "AK", "access_key_id": "cli", "access_key_secret": "s"}]}""");
        try (KeyService sts = KeyService.answering(_ -> error(503, "ServiceUnavailable"))) {
            oidc(sts);

            CredentialsException failure =
                    catchThrowableOfType(CredentialsException.class, () -> chain().credentials());

            assertThat(failure.passing()).isTrue();
            assertThat(failure.attempts())
                    .last()
                    .extracting(Attempt::source)
                    .isEqualTo("OIDC role acs:ram::1:role/vnode");
        }
    }

    @Test
    void readsTheCurrentProfileOfTheCli() throws IOException {
        cliFile("""
                {"current": "work", "profiles": [
                  {"name": "default", "mode": "AK", "access_key_id": "id-default", "access_key_secret": "s"},
                  {"name": "work", "mode": "StsToken", "access_key_id": "id-work", "access_key_secret": "s",
                   "sts_token": "t", "retry_timeout": 10, "new": null}]}""");

        assertThat(chain().credentials()).isEqualTo(new Credentials("id-work", "s", "t"));
    }

    @Test
    void readsTheProfileThatTheEnvironmentAsksFor() throws IOException {
        environment.put("ALIBABA_CLOUD_PROFILE", "default");
        cliFile("""
                {"current": "work", "profiles": [
                  {"name": "default", "mode": "AK", "access_key_id": "id-default", "access_key_secret": "s"}]}""");

        assertThat(chain().credentials()).isEqualTo(Credentials.of("id-default", "s"));
    }

    @Test
    void saysThatTheProfileThatTheEnvironmentAsksForIsMissing() throws IOException {
        environment.put("ALIBABA_CLOUD_PROFILE", "typo");
        cliFile("{\"profiles\": []}");

        assertThatThrownBy(() -> chain().credentials())
                .hasMessageContaining("it has no profile typo (correct ALIBABA_CLOUD_PROFILE");
    }

    @Test
    void leavesTheCliAloneWhereThatIsAskedFor() throws IOException {
        environment.put("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");
        cliFile("""
                {"profiles": [{"name": "default", "mode": "AK", "access_key_id": "cli", "access_key_secret": "s"}]}""");

        assertThatThrownBy(() -> chain().credentials()).hasMessageContaining("switched off");
    }

    @Test
    void assumesTheRoleOfAProfileWithTheKeyOfAnother() throws IOException {
        cliFile("""
                {"current": "b", "profiles": [
                  {"name": "a", "mode": "AK", "access_key_id": "id-a", "access_key_secret": "s"},
                  {"name": "b", "mode": "ChainableRamRoleArn", "source_profile": "a", "ram_role_arn": "acs:ram::1:role/r",
                   "ram_session_name": "me", "external_id": "x"}]}""");
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            environment.put("VNODE_STS_ENDPOINT", sts.uri().toString());

            assertThat(chain().credentials()).isEqualTo(KeyService.CREDENTIALS);
            assertThat(sts.requests().getFirst().form())
                    .containsEntry("AccessKeyId", "id-a")
                    .containsEntry("RoleSessionName", "me")
                    .containsEntry("ExternalId", "x");
        }
    }

    @Test
    void doesNotFollowProfilesInACircle() throws IOException {
        cliFile("""
                {"current": "a", "profiles": [
                  {"name": "a", "mode": "ChainableRamRoleArn", "source_profile": "b", "ram_role_arn": "r"},
                  {"name": "b", "mode": "ChainableRamRoleArn", "source_profile": "a", "ram_role_arn": "r"}]}""");

        assertThatThrownBy(() -> chain().credentials()).hasMessageContaining("source_profile in it leads nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"profiles\": [{\"name\": \"default\", \"access_key_secret\": \"hidden-word",
                "hidden-word",
                "{\"profiles\": \"hidden-word\"}",
                "{\"profiles\": [{\"name\": \"default\", \"mode\": \"hidden-word\", \"access_key_id\": \"x\"}]}",
                "{\"profiles\": [{\"name\": \"default\", \"mode\": \"AK\", \"access_key_id\": \"hidden-word\"}]}",
                "{\"profiles\": [{\"name\": \"default\", \"mode\": \"CredentialsURI\","
                        + " \"credentials_uri\": \"ftp://hidden-word\"}]}"
            })
    void neverShowsWhatIsInAFileThatItCannotUse(String content) throws IOException {
        cliFile(content);

        assertThatThrownBy(() -> chain().credentials())
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("config.json")
                .satisfies(failure ->
                        assertThat(failure.toString() + failure.getCause()).doesNotContain("hidden-word"));
    }

    @Test
    void readsTheFileOfTheSdks() throws IOException {
        iniFile("""
                # comment
                [other]
                access_key_id = id-other
                [default]
                enable = true
                type = access_key
                access_key_id = id-ini
                access_key_secret = s=s
                """);

        assertThat(chain().credentials()).isEqualTo(Credentials.of("id-ini", "s=s"));
    }

    @Test
    void assumesTheRoleThatTheFileOfTheSdksNames() throws IOException {
        iniFile("""
                [default]
                type=ram_role_arn
                access_key_id=id-ini
                access_key_secret=s
                role_arn=acs:ram::1:role/r
                role_session_name=me
                """);
        try (KeyService sts = KeyService.answering(_ -> good(KeyService.STS_ANSWER))) {
            environment.put("VNODE_STS_ENDPOINT", sts.uri().toString());

            assertThat(chain().credentials()).isEqualTo(KeyService.CREDENTIALS);
        }
    }

    @Test
    void passesOverASectionThatIsSwitchedOff() throws IOException {
        iniFile("[default]\nenable=false\naccess_key_id=x\naccess_key_secret=hidden-word\n");

        assertThatThrownBy(() -> chain().credentials()).hasMessageContaining("no section default in force");
    }

    @Test
    void asksTheMetadataServiceWithoutBeingToldTo() throws IOException {
        environment.remove("ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        try (KeyService service = KeyService.answering(StandardChainTest::metadata)) {
            environment.put("VNODE_METADATA_ENDPOINT", service.uri().toString());

            assertThat(chain().credentials()).isEqualTo(KeyService.CREDENTIALS);
        }
    }

    @Test
    void goesOnToTheCredentialsUriWhereThereIsNoMetadataService() throws IOException {
        environment.remove("ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        try (KeyService service = KeyService.answering(
                request -> request.path().equals("/keys") ? good(KeyService.KEY) : new Reply(404, ""))) {
            environment.put("VNODE_METADATA_ENDPOINT", service.uri().toString());
            environment.put(
                    "ALIBABA_CLOUD_CREDENTIALS_URI",
                    service.uri().resolve("/keys").toString());

            assertThat(chain().credentials()).isEqualTo(KeyService.CREDENTIALS);
        }
    }

    @Test
    void saysOfEveryPlaceWhyItGaveNoKeyAndThatWaitingDoesNotHelp() {
        CredentialsException failure = catchThrowableOfType(CredentialsException.class, () -> chain().credentials());

        assertThat(failure.attempts()).hasSize(8).allSatisfy(attempt -> {
            assertThat(attempt.why()).isNotBlank();
            assertThat(attempt.remedy()).isNotBlank();
        });
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void findsAKeyThatIsSetUpLater() throws IOException {
        StandardChain chain = chain();
        assertThatThrownBy(chain::credentials).isInstanceOf(CredentialsException.class);
        cliFile("""
                {"profiles": [{"name": "default", "mode": "AK", "access_key_id": "cli", "access_key_secret": "s"}]}""");

        clock.advance(Duration.ofSeconds(5));

        assertThat(chain.credentials()).isEqualTo(Credentials.of("cli", "s"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hidden-word@host/",
                "hidden-word",
                "ftp://host/hidden-word",
                "http://ho st/hidden-word"
            })
    void neverShowsACredentialsUriThatItCannotUse(String uri) {
        environment.put("ALIBABA_CLOUD_CREDENTIALS_URI", uri);

        assertThatThrownBy(() -> chain().credentials())
                .hasMessageContaining("ALIBABA_CLOUD_CREDENTIALS_URI: it is not a URL")
                .message()
                .doesNotContain("hidden-word");
    }

    @Test
    void asksStsInTheRegionAndNetworkThatTheEnvironmentNames() {
        environment.put("ALIBABA_CLOUD_STS_REGION", "cn-hangzhou");
        assertThat(surroundings().sts("")).hasToString("https://sts.cn-hangzhou.aliyuncs.com");
        assertThat(surroundings().sts("cn-beijing")).hasToString("https://sts.cn-beijing.aliyuncs.com");

        environment.put("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED", "true");
        assertThat(surroundings().sts("")).hasToString("https://sts-vpc.cn-hangzhou.aliyuncs.com");

        environment.clear();
        assertThat(surroundings().sts("")).hasToString("https://sts.aliyuncs.com");
    }

    private static Reply metadata(Request request) {
        return switch (request.path()) {
            case "/latest/meta-data/ram/security-credentials/" -> good("role");
            case "/latest/meta-data/ram/security-credentials/role" -> good(KeyService.KEY);
            default -> good("ticket");
        };
    }

    private void oidc(KeyService sts) throws IOException {
        environment.put("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1:role/vnode");
        environment.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1:oidc-provider/p");
        environment.put(
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                Files.writeString(home.resolve("token"), "jwt").toString());
        environment.put("VNODE_STS_ENDPOINT", sts.uri().toString());
    }

    private void cliFile(String content) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".aliyun")).resolve("config.json"), content);
    }

    private void iniFile(String content) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".alibabacloud")).resolve("credentials.ini"), content);
    }

    private StandardChain chain() {
        return new StandardChain(surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(Map.copyOf(environment), Map.copyOf(properties), home, Proxies.none(), clock, _ -> {});
    }
}
