package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.emulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

    private static final AccessKey KEY = new AccessKey("testid", "testsecret");
    private static final Instant NOW = Instant.parse("2024-01-02T03:04:05Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final Authenticator authenticator = new Authenticator(List.of(KEY), clock);

    @Test
    void acceptsASignedCall() {
        Caller caller = authenticator.authenticate(parsed(call()));

        assertThat(caller.accessKeyId()).isEqualTo(KEY.id());
    }

    @Test
    void acceptsParametersThatAreEncodedLessStrictlyThanForSigning() {
        SignedRequest call = call().with("ContainerGroupIds", "[\"eci-a*b~c\"]").with("Tag.1.Value", "web 0/1+ü");

        assertThat(authenticator.authenticate(parsed(call)).accessKeyId()).isEqualTo(KEY.id());
    }

    @Test
    void endsTheRefusalOfAWrongSecretWithTheStringToSign() {
        SignedRequest forged = call(new AccessKey("testid", "guessed"));

        ApiException refusal = refusal(forged);

        assertThat(refusal.code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(refusal.httpStatus()).isEqualTo(400);
        assertThat(refusal).hasMessageEndingWith("string to sign is:" + forged.stringToSign());
    }

    @Test
    void refusesACallWhoseParametersWereChangedAfterSigning() {
        RpcRequest changed = RpcRequest.parse(
                new HttpCall("GET", "/", call().encoded().replace("Action=DescribeRegions", "Action=Other"), "", ""));

        assertThatThrownBy(() -> authenticator.authenticate(changed))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("SignatureDoesNotMatch"));
    }

    @Test
    void refusesAGetSignatureOnAPost() {
        RpcRequest moved =
                RpcRequest.parse(new HttpCall("POST", "/", "", "application/x-www-form-urlencoded", call().encoded()));

        assertThatThrownBy(() -> authenticator.authenticate(moved)).hasMessageContaining("POST&%2F&");
    }

    @Test
    void refusesANonceThatWasUsed() {
        RpcRequest request = parsed(call());
        authenticator.authenticate(request);

        assertThatThrownBy(() -> authenticator.authenticate(request))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("SignatureNonceUsed"));
    }

    @Test
    void doesNotUseUpTheNonceOfACallThatIsRefused() {
        SignedRequest forged = call(new AccessKey("testid", "guessed")).with("SignatureNonce", "n-1");
        refusal(forged);

        Caller caller = authenticator.authenticate(parsed(call().with("SignatureNonce", "n-1")));

        assertThat(caller.accessKeyId()).isEqualTo(KEY.id());
    }

    @Test
    void remembersANonceForAsLongAsItsTimeStampCouldBeAccepted() {
        RpcRequest fromTheFuture = parsed(call().with("Timestamp", "2024-01-02T03:19:05Z"));
        authenticator.authenticate(fromTheFuture);
        clock.advance(Duration.ofMinutes(30));

        assertThatThrownBy(() -> authenticator.authenticate(fromTheFuture))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("SignatureNonceUsed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-02T02:49:05Z", "2024-01-02T03:19:05Z"})
    void acceptsTimeStampsUpToAQuarterOfAnHourAway(String timestamp) {
        assertThat(authenticator
                        .authenticate(parsed(call().with("Timestamp", timestamp)))
                        .accessKeyId())
                .isEqualTo(KEY.id());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-02T02:49:04Z, InvalidTimeStamp.Expired",
        "2024-01-02T03:19:06Z, InvalidTimeStamp.Expired",
        "2024-01-02 03:04:05, InvalidTimeStamp.Format",
        "2024-13-02T03:04:05Z, InvalidTimeStamp.Format",
        "2024-01-02T03:04:05+00:00, InvalidTimeStamp.Format",
    })
    void refusesOtherTimeStamps(String timestamp, String code) {
        assertThat(refusal(call().with("Timestamp", timestamp)).code()).isEqualTo(code);
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        ApiException refusal = refusal(call(new AccessKey("stranger", "testsecret")));

        assertThat(refusal.code()).isEqualTo("InvalidAccessKeyId.NotFound");
        assertThat(refusal.httpStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp"})
    void namesACommonParameterThatIsMissing(String name) {
        ApiException refusal = refusal(call().without(name));

        assertThat(refusal.code()).isEqualTo("MissingParameter");
        assertThat(refusal).hasMessageContaining("\"%s\"".formatted(name));
    }

    @ParameterizedTest
    @CsvSource({"SignatureMethod, HMAC-SHA256", "SignatureVersion, 2.0", "SignatureType, BEARERTOKEN"})
    void refusesOtherWaysOfSigning(String name, String value) {
        ApiException refusal = refusal(call().with(name, value));

        assertThat(refusal.code()).isEqualTo("InvalidParameter");
        assertThat(refusal).hasMessageContaining("\"%s\"".formatted(name));
    }

    @Test
    void refusesACallWithoutSignature() {
        RpcRequest unsigned = RpcRequest.parse(new HttpCall(
                "GET",
                "/",
                "AccessKeyId=testid&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&SignatureNonce=n"
                        + "&Timestamp=2024-01-02T03:04:05Z",
                "",
                ""));

        assertThatThrownBy(() -> authenticator.authenticate(unsigned))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("IncompleteSignature"));
    }

    @Test
    void keepsTheSecretOutOfTheTextFormOfAKey() {
        assertThat(KEY.toString()).contains("testid").doesNotContain("testsecret");
    }

    private ApiException refusal(SignedRequest call) {
        RpcRequest request = parsed(call);
        return catchThrowableOfType(ApiException.class, () -> authenticator.authenticate(request));
    }

    private static SignedRequest call() {
        return call(KEY);
    }

    private static SignedRequest call(AccessKey key) {
        return new SignedRequest(key, "DescribeRegions").with("Timestamp", NOW.toString());
    }

    private static RpcRequest parsed(SignedRequest call) {
        return RpcRequest.parse(call.toCall());
    }

    @Test
    void refusesTemporaryKeysThatHaveEnded() {
        SignedRequest call = call().with("SecurityToken", "token");

        assertThat(withTemporaryKey(clock.instant().plusSeconds(1))
                        .authenticate(parsed(call))
                        .accessKeyId())
                .isEqualTo(KEY.id());
        assertThatThrownBy(() -> withTemporaryKey(clock.instant()).authenticate(parsed(call)))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo("InvalidSecurityToken.Expired"));
    }

    private Authenticator withTemporaryKey(Instant end) {
        Caller caller = new Caller(KEY.id(), "1", Caller.Type.ASSUMED_ROLE, "2:me", "role:me");
        return new Authenticator("1", _ -> new SigningKey(caller, KEY.secret(), true, "token", end), clock);
    }
}
