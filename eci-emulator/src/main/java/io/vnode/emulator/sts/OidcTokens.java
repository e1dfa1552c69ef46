package io.vnode.emulator.sts;

import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.wire.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at the tokens of identity providers: who issued them, for whom, until when. Their signatures are not checked: the
 * emulator cannot ask the issuer for its keys.
 */
final class OidcTokens {

    private final String accountId;
    private final List<OidcProvider> providers;
    private final Clock clock;

    OidcTokens(String accountId, List<OidcProvider> providers, Clock clock) {
        this.accountId = accountId;
        this.providers = providers;
        this.clock = clock;
    }

    Claims check(String providerArn, String token) {
        OidcProvider provider = providers.stream()
                .filter(each -> each.arn(accountId).equals(providerArn))
                .findFirst()
                .orElseThrow(() -> fail("NoPermission", "No such OIDC Provider registered."));
        JsonNode claims = claims(token);
        if (!claims.path("iss").asString("").equals(provider.issuer())) {
            throw fail("OIDCToken.IssuerNotMatch", "Invalid issuer.");
        }
        List<String> audiences = texts(claims.path("aud"));
        if (audiences.stream().noneMatch(provider.audiences()::contains)) {
            throw fail("OIDCToken.AudienceNotMatch", "Invalid audience.");
        }
        long expires = claims.path("exp").asLong(0);
        if (!clock.instant().isBefore(Instant.ofEpochSecond(expires))) {
            throw fail("OIDCToken.Expired", "This JsonWebToken is expired.");
        }
        return new Claims(
                claims.path("sub").asString(""),
                provider.issuer(),
                String.join(",", audiences),
                Instant.ofEpochSecond(expires).toString(),
                Instant.ofEpochSecond(claims.path("iat").asLong(0)).toString(),
                "Success");
    }

    private static JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw fail("OIDCToken.Invalid", "The number of Jwt field should be divided into 3 parts with '.' .");
        }
        try {
            JsonNode claims =
                    JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (claims.isObject()) {
                return claims;
            }
        } catch (IllegalArgumentException | JacksonException _) {
            // refused below
        }
        throw fail("OIDCToken.Invalid", "The Jwt content is invalid that cannot be recognized.");
    }

    private static List<String> texts(JsonNode json) {
        return json.isArray()
                ? json.values().stream().map(each -> each.asString("")).toList()
                : List.of(json.asString(""));
    }

    private static ApiException fail(String code, String message) {
        return new ApiException(401, "AuthenticationFail." + code, message);
    }

    /** What a token says, as the answer repeats it. */
    record Claims(
            String subject,
            String issuer,
            String clientIds,
            String expirationTime,
            String issuanceTime,
            String verificationInfo) {

        Map<String, List<String>> forConditions() {
            return Map.of(
                    "oidc:sub", List.of(subject),
                    "oidc:iss", List.of(issuer),
                    "oidc:aud", List.of(clientIds.split(",", -1)));
        }
    }
}
