package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.Product;
import io.vnode.eci.http.Proxies;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.eci.sts.StsClient;
import io.vnode.emulator.ApiSettings;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Attachment;
import io.vnode.emulator.access.AccountState.PolicyType;
import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.metadata.InstanceSettings;
import io.vnode.emulator.rates.RateLimits;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of a role, from the emulator's metadata service and its STS, used on its ECI. */
class RolesIT {

    private static final String ACCOUNT = ApiSettings.ACCOUNT_ID;
    private static final String ROLE = "acs:ram::%s:role/vnode".formatted(ACCOUNT);
    private static final OidcProvider CLUSTER =
            new OidcProvider("cluster", "https://issuer.example", List.of("sts.aliyuncs.com"));

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();
    private EciEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("testid", "testsecret"))
                .withApis(new ApiSettings(
                        ACCOUNT,
                        account(),
                        List.of(CLUSTER),
                        new InstanceSettings("vnode", true, Duration.ofHours(6)),
                        RateLimits.NONE,
                        List.of(),
                        false)));
        environment.put("VNODE_METADATA_ENDPOINT", emulator.endpoint().toString());
        environment.put("VNODE_STS_ENDPOINT", emulator.endpoint() + "/sts");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void anInstanceUsesItsRole() {
        assertUsable(chain());
    }

    @Test
    void aServiceAccountUsesItsRole() throws IOException {
        serviceAccount(Instant.now().plusSeconds(600));

        assertUsable(chain());
    }

    @Test
    void aServiceAccountWhoseTokenHasEndedIsToldSo() throws IOException {
        serviceAccount(Instant.now().minusSeconds(1));

        CredentialsException failure = catchThrowableOfType(CredentialsException.class, () -> chain().credentials());

        assertThat(failure).hasMessageContaining("STS says AuthenticationFail.OIDCToken.Expired");
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void aUserAssumesARoleByAProfile() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve(".aliyun")).resolve("config.json"), """
                {"current": "work", "profiles": [{"name": "work", "mode": "RamRoleArn", "access_key_id": "userid",
                  "access_key_secret": "usersecret", "ram_role_arn": "%s", "ram_session_name": "me"}]}""".formatted(ROLE));

        assertUsable(chain());
    }

    private void assertUsable(CredentialsProvider provider) {
        EciEndpoint eci = EciEndpoint.of("cn-hangzhou", emulator.endpoint().toString());
        try (SdkEciClient client = SdkEciClient.create(eci, provider, EciClientOptions.DEFAULT);
                StsClient sts = StsClient.create(Product.STS.besideEmulated(eci), provider, EciClientOptions.DEFAULT)) {
            assertThat(client.describeRegions()).isNotEmpty();
            assertThat(sts.getCallerIdentity().type()).isEqualTo("AssumedRoleUser");
        }
        assertThat(provider.credentials().expiration()).isAfter(Instant.now());
    }

    private void serviceAccount(Instant tokenEnds) throws IOException {
        String claims = "{\"iss\":\"%s\",\"aud\":[\"sts.aliyuncs.com\"],\"sub\":\"sa\",\"iat\":0,\"exp\":%d}"
                .formatted(CLUSTER.issuer(), tokenEnds.getEpochSecond());
        String token = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + ".x";
        environment.put("ALIBABA_CLOUD_ROLE_ARN", ROLE);
        environment.put("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", CLUSTER.arn(ACCOUNT));
        environment.put(
                "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                Files.writeString(home.resolve("token"), token).toString());
    }

    private CredentialsProvider chain() {
        return new StandardChain(new Surroundings(
                Map.copyOf(environment),
                Map.of(),
                home,
                Proxies.none(),
                Clock.systemUTC(),
                duration -> Thread.sleep(duration)));
    }

    private static AccountState account() {
        String trust = """
                {"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{
                  "RAM":["acs:ram::%s:root"],"Service":["ecs.aliyuncs.com"],"Federated":["%s"]}}]}""".formatted(ACCOUNT, CLUSTER.arn(ACCOUNT));
        Instant since = Instant.EPOCH;
        return AccountState.EMPTY
                .withUsers(users -> users.put("user", new AccountState.User("user", "2", "user", "", "", "", since)))
                .withKeys(keys -> keys.put("userid", new AccountState.Key("userid", "usersecret", "user", true, since)))
                .withRoles(roles -> roles.put("vnode", new AccountState.Role("vnode", "3", trust, "", 43_200, since)))
                .withAttachments(attachments -> attachments.addAll(Set.of(
                        new Attachment("AliyunECIFullAccess", PolicyType.SYSTEM, true, "vnode"),
                        new Attachment("AliyunSTSAssumeRoleAccess", PolicyType.SYSTEM, false, "user"))));
    }
}
